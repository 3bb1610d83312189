package io.aerodb.command.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Immediate;
import io.aerodb.command.InspectReplicationStatus;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.ReplicationStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests {@code inspect_replication_status}; proves CM-12.1, CM-4.0, CM-4.3. */
@Covers(command = "inspect_replication_status")
class InspectReplicationStatusTest extends ImmediateContract<ReplicationStatus> {
  @Override
  Immediate<ReplicationStatus> command() {
    return new InspectReplicationStatus();
  }

  @Override
  Map<Map<String, List<String>>, List<ErrorCode>> invalid() {
    return invalid("node", "n1", ErrorCode.ARGUMENT_UNKNOWN);
  }

  @Test
  @Covers("CM-4.3")
  @CoversViolation("ST-4")
  void a_lag_that_nobody_could_read_is_unknown_and_not_zero() {
    String text = fixture.session.run(PlaneFixture.id("r-1"), command()).text();

    assertThat(text).contains("unknown: n3 did not answer", "entries: 3").doesNotContain("entries: 0");
  }
}
