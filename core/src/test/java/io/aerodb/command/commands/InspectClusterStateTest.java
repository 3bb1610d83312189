package io.aerodb.command.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Immediate;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.MemberState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests {@code inspect_cluster_state}; proves CM-12.1, CM-4.0, CM-4.1. */
@Covers(command = "inspect_cluster_state")
class InspectClusterStateTest extends ImmediateContract<ClusterState> {
  @Override
  Immediate<ClusterState> command() {
    return new InspectClusterState();
  }

  @Override
  Map<Map<String, List<String>>, List<ErrorCode>> invalid() {
    return invalid("node", "n1", ErrorCode.ARGUMENT_UNKNOWN);
  }

  @Test
  @Covers({"CM-4.1", "ST-4"})
  void a_member_that_nobody_could_read_is_said_to_be_unreadable() {
    fixture.kernel.completes("inspectClusterState",
        a -> ClusterState.builder().cluster(SampleCluster.CLUSTER).epoch(SampleCluster.EPOCH)
            .addMembers(new MemberState.Unreachable(SampleCluster.N1, "connection refused"))
            .addMembers(SampleCluster.member(SampleCluster.N2, SampleCluster.REPLICA)).build());

    String text = fixture.session.run(PlaneFixture.id("r-1"), command()).text();

    assertThat(text).contains("unreachable: connection refused").doesNotContain("primary:");
  }
}
