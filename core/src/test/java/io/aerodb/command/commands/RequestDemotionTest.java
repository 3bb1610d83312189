package io.aerodb.command.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Confirmable;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests {@code request_demotion}; proves CM-12.1, CM-6.2. */
@Covers(command = "request_demotion")
class RequestDemotionTest extends ConfirmableContract<CompletedTransition> {
  @Override
  Confirmable<CompletedTransition> command() {
    return PlaneFixture.DEMOTION;
  }

  @Override
  void makeInvalid() {
    fixture.finds(SampleCluster.finding("P6-A1", Verdict.VIOLATED));
  }

  @Override
  List<ErrorCode> refusals() {
    return List.of(ErrorCode.KERNEL_REJECTED);
  }

  @Override
  List<ErrorCode> missing() {
    return List.of(ErrorCode.ARGUMENT_MISSING, ErrorCode.REASON_MISSING);
  }

  @Test
  @Covers("CM-6.2")
  void the_write_outage_that_follows_is_explained_with_every_position() {
    String text = fixture.propose("r-1", command()).explanation().text();

    assertThat(text).contains("No member accepts writes until a promotion succeeds.", "n2\n", "WAL 900@64000");
  }

  @Test
  void the_final_position_is_answered() {
    assertThat(fixture.runs("r-1", command()).text()).contains("position: 900@64000");
  }
}
