package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.Bench.PROMOTION;
import static io.aerodb.command.doubles.Bench.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Appended;
import io.aerodb.command.CommandInput;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.doubles.Bench;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.RecordStatus;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves P7-O1: requests, decisions and outcomes are all recorded. */
class P7_O1_CompleteObservabilityTest {
  private final Bench bench = new Bench();

  @Test
  @Covers({"P7-O1", "CM-2.5"})
  void each_reply_holds_the_receipt_of_its_record() {
    List<Outcome<?>> outcomes = List.of(bench.session.run(id("r-1"), new InspectClusterState()),
        bench.session.run(id("r-1"), new InspectClusterState()), bench.runs("r-2", PROMOTION),
        (Outcome<?>) bench.session.submit(CommandInput.parse("{")), bench.session.refuse(id("r-9")));

    for (Outcome<?> outcome : outcomes) {
      var receipt = ((RecordStatus.Recorded) outcome.trail()).receipt();
      assertThat(bench.log.records().get((int) receipt.sequence() - 1).receipt()).isEqualTo(receipt);
    }
  }

  @Test
  @CoversViolation("P7-O1")
  void what_could_not_be_recorded_says_so() {
    bench.log.next(really -> new Appended.NotWritten("disk full"));

    Outcome<?> outcome = bench.session.run(id("r-1"), new InspectClusterState());

    assertThat(outcome.text()).contains("NOT RECORDED", "disk full");
    assertThat(bench.kernel.calls()).isEmpty();
  }
}
