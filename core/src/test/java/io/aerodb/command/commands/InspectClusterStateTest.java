package io.aerodb.command.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Immediate;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.doubles.Bench;
import io.aerodb.command.doubles.Facts;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.MemberState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Proves CM-12.1, CM-4.0, CM-4.1. */
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
    bench.kernel.completes("inspectClusterState", a -> ClusterState.builder().cluster(Facts.CLUSTER).epoch(Facts.EPOCH)
        .addMembers(new MemberState.Unreachable(Facts.N1, "connection refused"))
        .addMembers(Facts.member(Facts.N2, Facts.REPLICA)).build());

    String text = bench.session.run(Bench.id("r-1"), command()).text();

    assertThat(text).contains("unreachable: connection refused").doesNotContain("primary:");
  }
}
