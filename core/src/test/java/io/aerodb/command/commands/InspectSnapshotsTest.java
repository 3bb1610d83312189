package io.aerodb.command.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Immediate;
import io.aerodb.command.InspectSnapshots;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.SnapshotView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests {@code inspect_snapshots}; proves CM-12.1, CM-5.0, CM-5.3. */
@Covers(command = "inspect_snapshots")
class InspectSnapshotsTest extends ImmediateContract<SnapshotView> {
  @Override
  Immediate<SnapshotView> command() {
    return new InspectSnapshots(Optional.of(SampleCluster.N1), new Page(2, 5));
  }

  @Override
  Map<Map<String, List<String>>, List<ErrorCode>> invalid() {
    return Map.of(Map.of("node", List.of("*")), List.of(ErrorCode.NODE_ID_MALFORMED), Map.of("page", List.of("0")),
        List.of(ErrorCode.PAGE_OUT_OF_RANGE), Map.of("size", List.of("101")), List.of(ErrorCode.PAGE_OUT_OF_RANGE));
  }

  @Test
  @Covers("CM-5.3")
  void what_was_not_verified_says_so() {
    assertThat(fixture.session.run(PlaneFixture.id("r-1"), command()).text()).contains("verification: NOT_VERIFIED");
  }
}
