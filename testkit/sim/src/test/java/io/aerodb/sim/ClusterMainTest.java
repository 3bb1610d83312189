package io.aerodb.sim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the verbs of the command line, and that the kernel is found by its address. */
class ClusterMainTest {
  @TempDir
  Path temp;
  private String dir = "";
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void create() {
    dir = temp.resolve("sim").toString();
    done("create", dir, "--cluster", "demo", "--nodes", "a,b,c");
  }

  @Test
  void each_verb_lets_its_event_happen() {
    done("write", dir, "100");
    done("lag", dir, "b", "5");
    assertThat(shown()).contains("b").contains("at 100@12800");
    done("catch-up", dir, "b");
    done("diverge", dir, "c", "2");
    done("stall-visibility", dir, "b");
    done("snapshot", dir, "a");
    done("checkpoint", dir, "a");
    done("join", dir, "d");
    done("disable", dir, "b");
    done("isolate", dir, "a");
    done("write", dir, "3", "a");
    done("return", dir, "a");
    done("freeze", dir, "a");
    done("kill", dir, "a");
    done("history", dir);
    assertThat(shown()).contains("KILLED").contains("Disabled").contains("Uninitialized").contains("105@13440");
  }

  @Test
  void every_halt_reason_is_understood() {
    done("write", dir, "1");
    for (HaltReason reason : HaltReason.values()) {
      done("halt", dir, "b", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      assertThat(shown()).contains("ReplicationHalted(" + reason + ")");
    }
  }

  @Test
  void what_is_not_understood_or_can_not_happen_changes_nothing_and_says_why() {
    assertThat(refused()).contains("checkpoint DIR NODE");
    assertThat(refused("explode", dir, "a")).contains("'explode' is not one of the verbs");
    assertThat(refused("kill", dir)).contains("kill DIR NODE");
    assertThat(refused("kill", dir, "x")).contains("x is not a member of cluster demo");
    assertThat(refused("kill", temp.toString(), "a")).contains("simulated cluster was created");
    assertThat(refused("lag", dir, "b", "many")).contains("from 1 to 1000000");
    assertThat(refused("write", dir, "0")).contains("from 1 to 1000000");
    assertThat(refused("halt", dir, "b", "boredom")).contains("WAL_CORRUPTION");
    assertThat(refused("return", dir, "a")).contains("its process is UP");
    assertThat(refused("write", dir, "1", "b")).contains("ReplicaActive");
    assertThat(refused("create", dir, "--cluster", "demo", "--nodes", "a")).contains("absent or empty");
    assertThat(refused("create", dir, "--nodes", "a", "--cluster", "demo")).contains("--cluster ID --nodes A,B,C");
    assertThat(refused("create", dir + "2", "--cluster", "no spaces", "--nodes", "a")).contains("cluster id");
    assertThat(refused("create", dir + "2", "--cluster", "demo", "--nodes", "a,a")).contains("each once");
    assertThat(shown()).contains("demo/epoch-1").contains("3 of 3 members answer");
  }

  @Test
  void the_cluster_is_opened_by_its_address() {
    KernelProvider provider = new SimulatedKernelProvider();

    try (Kernel kernel = provider.open(dir)) {
      assertThat(kernel.cluster()).isEqualTo(SimFixture.DEMO);
      assertThat(kernel.callBound()).isEqualTo(SimulatedKernel.DEFAULT_CALL_BOUND);
    }
    assertThatThrownBy(() -> provider.open("\0")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> provider.open(temp.toString())).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(temp.toString());
  }

  @Test
  void the_provider_is_found_on_the_class_path_and_on_the_module_path() throws IOException {
    String provider = SimulatedKernelProvider.class.getName();
    ModuleDescriptor module = SimulatedKernelProvider.class.getModule().getDescriptor();

    try (InputStream services = requireNonNull(
        SimulatedKernelProvider.class.getResourceAsStream("/META-INF/services/" + KernelProvider.class.getName()))) {
      assertThat(new String(services.readAllBytes(), UTF_8).strip()).isEqualTo(provider);
    }
    if (module != null) {
      assertThat(module.provides()).anySatisfy(provided -> assertThat(provided.providers()).containsExactly(provider));
    }
    assertThat(new SimulatedKernelProvider().scheme()).isEqualTo("sim");
  }

  private void done(String... args) {
    assertThat(run(args)).as("%s: %s", List.of(args), err).isZero();
  }

  private String refused(String... args) {
    err.reset();
    assertThat(run(args)).isEqualTo(2);
    return err.toString(UTF_8);
  }

  private String shown() {
    out.reset();
    done("show", dir);
    return out.toString(UTF_8);
  }

  private int run(String... args) {
    return ClusterMain.run(List.of(args), SimFixture.TIME, new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8));
  }
}
