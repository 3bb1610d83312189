package io.aerodb.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Stage;
import io.aerodb.audit.json.Json;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.NodeId;
import io.aerodb.sim.ClusterEvent;
import io.aerodb.testkit.terminal.ScriptedOperator;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of the ten, through the console, on a real simulated kernel and a real journal. */
@Timeout(60)
final class TenCommandsTest {
  @TempDir
  Path root;
  private ConsoleFixture console;

  @BeforeEach
  void open() {
    console = new ConsoleFixture(root);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect_cluster_state", "inspect_replication_status", "inspect_promotion_state",
      "inspect_wal", "inspect_snapshots"})
  @Covers("CF-1")
  void a_command_that_only_looks_runs_without_a_terminal(String verb) {
    ConsoleFixture.Seen seen = console.pipes(verb);

    assertThat(seen.code()).isZero();
    assertThat(seen.out()).contains("EXECUTED: " + verb).contains("Recorded as record 3");
    assertThat(console.stages()).containsExactly(Stage.REQUESTED, Stage.DISPATCHED, Stage.EXECUTED);
  }

  @Test
  @Covers("CM-4.2")
  void only_its_exact_name_finds_a_node() {
    assertThat(console.pipes("inspect_node", "--node", "n2").out()).contains("n2").contains("ReplicaActive")
        .doesNotContain("n3");
    assertThat(console.pipes("inspect_node", "--node", "N2").code()).isEqualTo(4);
  }

  @Test
  void members_stand_in_an_aligned_table() {
    assertThat(console.pipes("inspect_cluster_state").out()).contains("  members:\n" //
        + "    node  state          wal\n" //
        + "    n1    PrimaryActive  100@12800\n" //
        + "    n2    ReplicaActive  100@12800\n");
  }

  @Test
  void diagnostics_run_once_a_person_confirmed_their_cost() {
    ConsoleFixture.Seen seen = console.types(ScriptedOperator::confirms, "run_diagnostics", "--scope", "deep");

    assertThat(seen.code()).isZero();
    assertThat(console.stages()).endsWith(Stage.CONFIRMED, Stage.DISPATCHED, Stage.EXECUTED);
  }

  @Test
  void an_operator_promotes_a_replica_when_the_primary_is_down() {
    console.loses("n1");

    ConsoleFixture.Seen seen =
        console.types(ScriptedOperator::confirms, "request_promotion", "--replica", "n2", "--reason", "n1 is gone");

    assertThat(seen.code()).isZero();
    assertThat(console.primary()).contains(new NodeId("n2"));
    assertThat(seen.out()).contains("EXECUTED: request_promotion");
  }

  @Test
  void an_operator_demotes_a_primary() {
    ConsoleFixture.Seen seen =
        console.types(ScriptedOperator::confirms, "request_demotion", "--primary", "n1", "--reason", "switchover");

    assertThat(seen.code()).isZero();
    assertThat(console.primary()).isEmpty();
  }

  @Test
  void an_operator_overrides_a_silent_primary_by_name() {
    console.happens(new ClusterEvent.Freeze(new NodeId("n1")));

    ConsoleFixture.Seen refused = console.pipes("request_promotion", "--replica", "n2", "--reason", "n1 is silent");
    ConsoleFixture.Seen forced =
        console.types(ScriptedOperator::confirms, "force_promotion", "--replica", "n2", "--reason", "its power is off",
            "--overrides", "P6-A1", "--overrides", "P6-S1");

    assertThat(refused.code()).isEqualTo(4);
    assertThat(forced.out()).contains("Sign with that name");
    assertThat(forced.code()).isZero();
    assertThat(console.primary()).contains(new NodeId("n2"));
  }

  @Test
  void json_is_one_document_with_the_request() {
    ConsoleFixture.Seen seen =
        console.pipes("--output", "json", "--request", "look-1", "inspect_wal", "--page", "1", "--size", "5");

    assertThat(seen.code()).isZero();
    var document = (Json.Obj) Json.parse(seen.out().strip());
    assertThat(document.text("outcome")).contains("executed");
    assertThat(document.text("request")).contains("look-1");
    assertThat(document.object("trail")).isPresent();
  }
}
