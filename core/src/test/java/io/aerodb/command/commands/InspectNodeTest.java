package io.aerodb.command.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Immediate;
import io.aerodb.command.InspectNode;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.SampleViews;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Outcome;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.NodeState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests {@code inspect_node}; proves CM-12.1, CM-4.0, CM-4.2. */
@Covers(command = "inspect_node")
class InspectNodeTest extends ImmediateContract<NodeState> {
  @Override
  Immediate<NodeState> command() {
    return new InspectNode(SampleCluster.N2);
  }

  @Override
  Map<Map<String, List<String>>, List<ErrorCode>> invalid() {
    return Map.of(Map.of(), List.of(ErrorCode.ARGUMENT_MISSING), Map.of("node", List.of("n1", "n2")),
        List.of(ErrorCode.ARGUMENT_REPEATED), Map.of("node", List.of("*")), List.of(ErrorCode.NODE_ID_MALFORMED));
  }

  @Test
  @CoversViolation("CM-4.2")
  void an_unknown_node_is_never_answered_with_another_one() {
    fixture.kernel.completes("inspectNode", a -> SampleViews.node(SampleCluster.N1));

    Outcome<NodeState> outcome = fixture.session.run(PlaneFixture.id("r-1"), command());

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.KERNEL_ANSWER_MISMATCH);
  }
}
