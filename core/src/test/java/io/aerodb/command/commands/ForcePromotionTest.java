package io.aerodb.command.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Confirmable;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.Verdict;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests {@code force_promotion}; proves CM-12.1, CM-6.3a, CM-6.3b, CM-6.3c. */
@Covers(command = "force_promotion")
class ForcePromotionTest extends ConfirmableContract<CompletedTransition> {
  @Override
  Confirmable<CompletedTransition> command() {
    return PlaneFixture.force("P6-A1");
  }

  @Override
  void makeInvalid() {
    fixture.finds(SampleCluster.findingBuilder("P6-A1", Verdict.VIOLATED).overridable(false).build());
  }

  @Override
  List<ErrorCode> refusals() {
    return List.of(ErrorCode.KERNEL_REJECTED, ErrorCode.OVERRIDE_NOT_POSSIBLE);
  }

  @Override
  List<ErrorCode> missing() {
    return List.of(ErrorCode.ARGUMENT_MISSING, ErrorCode.REASON_MISSING, ErrorCode.ARGUMENT_MISSING);
  }

  @BeforeEach
  void nobody_can_say_whether_the_primary_is_down() {
    fixture.cannotSeePrimary();
  }

  @Test
  @Covers("CM-6.3c")
  void the_full_risk_of_each_override_is_shown_and_of_no_other_check() {
    String text = fixture.propose("r-1", command()).explanation().text();

    assertThat(text).contains("UNPROVABLE  P6-A1  AERO_P6_A1", "not seen        an answer of n1", "if untrue",
        "writes at risk");
    assertThat(text.split("writes at risk", -1)).hasSize(2);
  }

  @Test
  @Covers("CM-6.3b")
  void the_order_lifts_exactly_the_acknowledged_checks() {
    fixture.runs("r-1", command());

    var order = (TransitionOrder) fixture.kernel.arguments("forcePromotion").getFirst();
    assertThat(order.acknowledgedChecks()).containsExactly("AERO_P6_A1");
  }
}
