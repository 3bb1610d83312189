package io.aerodb.command.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Immediate;
import io.aerodb.command.InspectPromotionState;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.OngoingTransition;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionPhase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests {@code inspect_promotion_state}; proves CM-12.1, CM-4.0, CM-4.4. */
@Covers(command = "inspect_promotion_state")
class InspectPromotionStateTest extends ImmediateContract<PromotionState> {
  @Override
  Immediate<PromotionState> command() {
    return new InspectPromotionState();
  }

  @Override
  Map<Map<String, List<String>>, List<ErrorCode>> invalid() {
    return invalid("node", "n1", ErrorCode.ARGUMENT_UNKNOWN);
  }

  @Test
  @Covers("CM-4.4")
  void phase_and_newest_transition_are_shown() {
    assertThat(fixture.session.run(PlaneFixture.id("r-1"), command()).text()).contains("phase: STEADY",
        "request: earlier-1");
  }

  @Test
  @Covers("CM-4.4")
  void a_transition_under_way_is_shown_with_its_request_and_target() {
    fixture.kernel.completes("inspectPromotionState", a -> PromotionState.builder().cluster(SampleCluster.CLUSTER)
        .epoch(SampleCluster.EPOCH).phase(TransitionPhase.PROMOTION_VALIDATING)
        .ongoing(new OngoingTransition("r-0", Transition.FORCED_PROMOTION, SampleCluster.N2)).build());

    assertThat(fixture.session.run(PlaneFixture.id("r-1"), command()).json().canonical()).contains(
        "\"ongoing\":{\"request\":\"r-0\",\"target\":\"n2\",\"transition\":\"FORCED_PROMOTION\"},"
            + "\"phase\":\"PROMOTION_VALIDATING\"");
  }
}
