package io.aerodb.testkit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.Stage;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.NodeId;
import io.aerodb.sim.ClusterEvent;
import io.aerodb.sim.SimulatedCluster;
import io.aerodb.testkit.terminal.ScriptedOperator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README, exactly as printed, compiled and run as its own program. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReadmeExampleTest {
  private static final NodeId N1 = new NodeId("n1");
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"), "bin");

  @TempDir
  Path home;

  @Test
  void a_person_promotes_a_replica_with_the_printed_program() throws Exception {
    SimulatedCluster cluster = clusterWithoutItsPrimary();
    Process program = start();
    try {
      var person = new ScriptedOperator(program.getInputStream(), program.getOutputStream());
      person.confirms();
      String shown = person.awaits("Recorded as record 5");

      assertThat(shown).contains("EXECUTED: request_promotion");
      assertThat(program.waitFor()).as(Files.readString(home.resolve("err"))).isZero();
      assertThat(cluster.primary()).contains(new NodeId("n2"));
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void an_end_of_input_at_a_question_refuses() throws Exception {
    SimulatedCluster cluster = clusterWithoutItsPrimary();
    Process program = start();
    try {
      var person = new ScriptedOperator(program.getInputStream(), program.getOutputStream());
      person.types(ScriptedOperator.answerTo(person.question()));
      person.question();
      program.getOutputStream().close();
      String shown = person.awaits("Recorded as record 3");

      assertThat(shown).contains("CONFIRMATION_DECLINED");
      assertThat(program.waitFor()).as(Files.readString(home.resolve("err"))).isZero();
      assertThat(cluster.primary()).contains(N1);
      assertThat(stages()).endsWith(Stage.PROPOSED, Stage.REFUSED);
    } finally {
      program.destroyForcibly();
    }
  }

  private List<Stage> stages() {
    try (AuditTrail trail = FileAuditLog.read(home.resolve("audit"))) {
      return trail.read(AuditQuery.builder().build()).stream().map(record -> record.event().stage()).toList();
    }
  }

  private SimulatedCluster clusterWithoutItsPrimary() {
    SimulatedCluster cluster =
        SimulatedCluster.create(home.resolve("cluster"), new ClusterId("readme"), List.of(N1, new NodeId("n2")),
            InstantSource.fixed(Instant.EPOCH));
    cluster.apply(new ClusterEvent.Write(N1, 3));
    cluster.apply(new ClusterEvent.Kill(N1));
    return cluster;
  }

  private Process start() throws IOException, InterruptedException {
    compile();
    return new ProcessBuilder(JAVA_HOME.resolve("java").toString(), "-cp",
        home.resolve("classes") + File.pathSeparator + classPath(),
        "Embed", home.resolve("cluster").toString(), home.resolve("audit").toString())
        .redirectError(home.resolve("err").toFile()).start();
  }

  private void compile() throws IOException, InterruptedException {
    Path source = home.resolve("Embed.java");
    Files.writeString(source, printedExample());
    Process javac = new ProcessBuilder(JAVA_HOME.resolve("javac").toString(), "--release", "21", "-Xlint:all",
        "-Werror", "-proc:none", "-cp",
        classPath(), "-d", home.resolve("classes").toString(), source.toString()).redirectErrorStream(true).start();
    String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(javac.waitFor()).as(said).isZero();
  }

  private static String printedExample() throws IOException {
    return Readme.blocks(Readme.text()).stream().map(Readme.Block::text)
        .filter(text -> text.contains("public class Embed "))
        .findFirst().orElseThrow();
  }

  /** Everything this test runs with, whether it stands on the class path or on the module path. */
  private static String classPath() {
    return Stream.of("java.class.path", "jdk.module.path").map(System::getProperty)
        .filter(path -> path != null && !path.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
