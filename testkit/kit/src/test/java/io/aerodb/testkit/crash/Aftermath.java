package io.aerodb.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.sim.SimulatedCluster;
import io.aerodb.testkit.fault.CountingKernel;
import io.aerodb.testkit.plane.ClusterFixture;
import io.aerodb.testkit.plane.QuickCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What a killed process left behind at one stage, opened by the process of the test. Each test works on a copy, so that
 * they are independent of each other and share the kill.
 */
final class Aftermath implements AutoCloseable {
  private static final Map<Path, Map<Subject, List<String>>> KILLED = new ConcurrentHashMap<>();
  private static final AtomicInteger COPIES = new AtomicInteger();

  final Subject subject;
  final CrashStage stage;
  final List<String> said;
  final List<String> linesLeft;
  final SimulatedCluster cluster;
  final CountingKernel kernel;
  final FileAuditLog log;
  final ControlPlane plane;

  private Aftermath(Subject subject, CrashStage stage, List<String> said, Path directory) {
    this.subject = subject;
    this.stage = stage;
    this.said = said;
    this.linesLeft = lines(directory.resolve("journal/segments"));
    this.cluster = QuickCluster.cluster(directory.resolve("cluster"), ClusterFixture.TIME);
    this.log = ClusterFixture.journal(directory.resolve("journal"));
    this.kernel = CountingKernel.around(QuickCluster.kernel(directory.resolve("cluster")), log);
    this.plane = ClusterFixture.plane(kernel, log);
  }

  /**
   * Kills the process that gives this command, unless that was done already, and opens a copy of what it left at that
   * stage.
   */
  static Aftermath of(Path base, Subject subject, CrashStage stage) {
    List<String> said = KILLED.computeIfAbsent(base, b -> new ConcurrentHashMap<>())
        .computeIfAbsent(subject, s -> kill(base.resolve(s.name()), s));
    Path copy = base.resolve("copy-" + COPIES.incrementAndGet());
    copy(base.resolve(subject.name()).resolve(stage.name()), copy);
    return new Aftermath(subject, stage, said.stream().filter(line -> line.startsWith(stage + " ")).toList(), copy);
  }

  private static List<String> kill(Path base, Subject subject) {
    List<CrashStage> stages = CrashStage.of(subject);
    for (CrashStage stage : stages) {
      ClusterFixture.cluster(directory(base.resolve(stage.name())).resolve("cluster"), subject.before());
    }
    var stopped = new ArrayList<String>();
    try (CrashRun run = CrashRun.start(CrashHost.class, subject.name(), base.toString())) {
      for (int i = 0; i < stages.size(); i++) {
        stopped.add(run.awaitStop());
      }
      run.kill();
      assertThat(stopped).containsExactlyInAnyOrderElementsOf(stages.stream().map(CrashStage::name).toList());
      return run.said();
    }
  }

  /** The records as they are now. */
  List<String> lines() {
    return ClusterFixture.records(log).stream().map(AuditRecord::toString).toList();
  }

  long executions() {
    return ClusterFixture.executions(cluster, Subject.REQUEST);
  }

  @Override
  public void close() {
    log.close();
    kernel.close();
  }

  private static Path directory(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path segments) {
    var lines = new ArrayList<String>();
    for (var file : files(segments).entrySet()) {
      new String(file.getValue(), StandardCharsets.UTF_8).lines().forEach(lines::add);
    }
    return lines;
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> found = Files.walk(from)) {
      for (Path each : found.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Path, byte[]> files(Path directory) {
    try (Stream<Path> found = Files.walk(directory)) {
      var content = new TreeMap<Path, byte[]>();
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        content.put(file, Files.readAllBytes(file));
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
