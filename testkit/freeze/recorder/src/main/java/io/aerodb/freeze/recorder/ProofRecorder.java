package io.aerodb.freeze.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aerodb.freeze.claims.TestEnding;
import io.aerodb.freeze.claims.TestRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * A listener of the JUnit Platform that records how each claiming test ended, whichever engine runs it. Of test plans
 * that run within a test only the outermost is recorded: a kit that is tried on a double that is wrong on purpose
 * proves nothing.
 *
 * @since 0.1
 */
public final class ProofRecorder implements TestExecutionListener {
  /** System property that names the directory to write to; without it nothing is recorded. */
  public static final String DIRECTORY = "aerodb.freeze.dir";

  private static final AtomicReference<@Nullable ProofRecorder> OUTERMOST = new AtomicReference<>();

  private final Optional<Path> file;
  private final Map<String, TestEnding> worst = new ConcurrentHashMap<>();
  private volatile @Nullable TestPlan plan;

  /** The one that the JUnit Platform makes: it writes to where {@link #DIRECTORY} says. */
  public ProofRecorder() {
    this(Optional.ofNullable(System.getProperty(DIRECTORY)).filter(name -> !name.isBlank()).map(Path::of));
  }

  /** Each process has a file of its own in the directory of all. */
  private ProofRecorder(Optional<Path> directory) {
    this.file = directory.map(in -> in.resolve(ProcessHandle.current().pid() + ".tsv"));
  }

  /** One to hand to a launcher, which writes into that directory. */
  public static ProofRecorder into(Path directory) {
    return new ProofRecorder(Optional.of(directory));
  }

  @Override
  public void testPlanExecutionStarted(TestPlan testPlan) {
    if (file.isPresent() && OUTERMOST.compareAndSet(null, this)) {
      plan = testPlan;
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan testPlan) {
    if (testPlan.equals(plan)) {
      plan = null;
      OUTERMOST.set(null);
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    TestPlan in = plan;
    if (in != null) {
      ended(in, test, TestEnding.SKIPPED);
      in.getDescendants(test).forEach(below -> ended(in, below, TestEnding.SKIPPED));
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    TestPlan in = plan;
    if (in != null) {
      ended(in, test, switch (result.getStatus()) {
        case SUCCESSFUL -> TestEnding.PASSED;
        case ABORTED -> TestEnding.ABORTED;
        case FAILED -> TestEnding.FAILED;
      });
    }
  }

  private void ended(TestPlan in, TestIdentifier test, TestEnding ending) {
    TestIdentifier subject = subject(in, test).orElse(null);
    if (subject != null) {
      if (test.isTest() || ending != TestEnding.PASSED) {
        worst.merge(subject.getUniqueId(), ending, TestEnding::orWorse);
      }
      if (subject.equals(test)) {
        TestEnding withoutInvocation = TestEnding.SKIPPED;
        write(in, test, Objects.requireNonNullElse(worst.remove(test.getUniqueId()), withoutInvocation));
      }
    } else if (ending == TestEnding.ABORTED || ending == TestEnding.FAILED) {
      if (test.getSource().orElse(null) instanceof ClassSource source) {
        append(new TestRecord(source.getClassName(), "", ending, new TreeSet<>()));
      }
    }
  }

  /** What the invocations of a test have in common: the method, which for a nested container is the outermost. */
  private static Optional<TestIdentifier> subject(TestPlan in, TestIdentifier test) {
    return path(in, test).filter(at -> at.getSource().orElse(null) instanceof MethodSource)
        .reduce((inner, outer) -> outer);
  }

  /** The class that runs a test, which for an inherited one is not the class that declares it. */
  private static Class<?> owner(TestPlan in, TestIdentifier method) {
    return path(in, method).flatMap(at -> at.getSource().stream()).filter(ClassSource.class::isInstance)
        .map(source -> ((ClassSource) source).getJavaClass()).findFirst().orElseThrow();
  }

  /** A test and what it stands in, from the inside out. */
  private static Stream<TestIdentifier> path(TestPlan in, TestIdentifier test) {
    return Stream.iterate(Optional.of(test), Optional::isPresent, at -> at.flatMap(in::getParent))
        .flatMap(Optional::stream);
  }

  private void write(TestPlan in, TestIdentifier subject, TestEnding ending) {
    Class<?> owner = owner(in, subject);
    MethodSource source = (MethodSource) subject.getSource().orElseThrow();
    SortedSet<String> claims = Claims.of(owner, source.getJavaMethod());
    if (!claims.isEmpty()) {
      append(new TestRecord(owner.getName(), source.getMethodName(), ending, claims));
    }
  }

  /** Each line goes out when its test ends, so that a crash loses no earlier one. */
  private synchronized void append(TestRecord test) {
    Path to = file.orElseThrow();
    try {
      Files.createDirectories(to.getParent());
      Files.write(to, (test.line() + "\n").getBytes(UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
