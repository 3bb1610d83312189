package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Appended;
import io.aerodb.command.CommandInput;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.RecordStatus;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves P7-O1: requests, decisions and outcomes are all recorded. */
class P7_O1_CompleteObservabilityTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @Covers({"P7-O1", "CM-2.5"})
  void each_reply_holds_the_receipt_of_its_record() {
    List<Outcome<?>> outcomes = List.of(fixture.session.run(id("r-1"), new InspectClusterState()),
        fixture.session.run(id("r-1"), new InspectClusterState()), fixture.runs("r-2", PROMOTION),
        (Outcome<?>) fixture.session.submit(CommandInput.parse("{")), fixture.session.refuse(id("r-9")));

    for (Outcome<?> outcome : outcomes) {
      var receipt = ((RecordStatus.Recorded) outcome.trail()).receipt();
      assertThat(fixture.log.records().get((int) receipt.sequence() - 1).receipt()).isEqualTo(receipt);
    }
  }

  @Test
  @CoversViolation("P7-O1")
  void what_could_not_be_recorded_says_so() {
    fixture.log.next(really -> new Appended.NotWritten("disk full"));

    Outcome<?> outcome = fixture.session.run(id("r-1"), new InspectClusterState());

    assertThat(outcome.text()).contains("NOT RECORDED", "disk full");
    assertThat(fixture.kernel.calls()).isEmpty();
  }
}
