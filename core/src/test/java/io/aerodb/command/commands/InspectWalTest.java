package io.aerodb.command.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Immediate;
import io.aerodb.command.InspectWal;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.WalView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests {@code inspect_wal}; proves CM-12.1, CM-5.0, CM-5.2. */
@Covers(command = "inspect_wal")
class InspectWalTest extends ImmediateContract<WalView> {
  @Override
  Immediate<WalView> command() {
    return new InspectWal(Optional.of(SampleCluster.N1), new Page(2, 5));
  }

  @Override
  Map<Map<String, List<String>>, List<ErrorCode>> invalid() {
    return Map.of(Map.of("node", List.of("*")), List.of(ErrorCode.NODE_ID_MALFORMED), Map.of("page", List.of("0")),
        List.of(ErrorCode.PAGE_OUT_OF_RANGE), Map.of("size", List.of("101")), List.of(ErrorCode.PAGE_OUT_OF_RANGE));
  }

  @Test
  @Covers("CM-5.2")
  void without_a_node_every_member_is_named() {
    var everywhere = new InspectWal(Optional.empty(), new Page(1, 20));

    assertThat(fixture.session.run(PlaneFixture.id("r-1"), everywhere).text()).contains("node: n1", "node: n2",
        "node: n3");
  }
}
