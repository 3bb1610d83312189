package io.aerodb.freeze.recorder;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The listener that records proofs, whichever engine runs the tests. Of test plans that run within a test only the outermost is recorded: a
 * kit that is tried on a double that is wrong on purpose proves nothing.
 *
 * @since 0.1
 */
public final class ProofRecorder implements TestExecutionListener {
  /** System property that names the directory to write to; without it nothing is recorded. */
  public static final String DIRECTORY = "aerodb.freeze.dir";

  private static final AtomicReference<@Nullable ProofRecorder> OUTERMOST = new AtomicReference<>();

  private final Optional<ProofFile> file;
  private final Map<String, TestCourse> running = new ConcurrentHashMap<>();
  private volatile @Nullable TestPlan plan;

  /** The one that the JUnit Platform makes: it writes to where {@link #DIRECTORY} says. */
  public ProofRecorder() {
    this(Optional.ofNullable(System.getProperty(DIRECTORY)).filter(name -> !name.isBlank()).map(Path::of));
  }

  private ProofRecorder(Optional<Path> directory) {
    this.file = directory.map(ProofFile::new);
  }

  /** One to hand to a launcher, which writes into that directory. */
  public static ProofRecorder into(Path directory) {
    return new ProofRecorder(Optional.of(directory));
  }

  @Override
  public void testPlanExecutionStarted(TestPlan testPlan) {
    if (file.isPresent() && OUTERMOST.compareAndSet(null, this)) {
      plan = testPlan;
      CodeWitness.listen(this::sawCode).ifPresent(trouble -> file.get().trouble(trouble));
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan testPlan) {
    if (testPlan == plan) {
      CodeWitness.listenNoMore();
      plan = null;
      OUTERMOST.set(null);
    }
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    TestPlan in = plan;
    if (in != null) {
      subject(in, test).ifPresent(subject -> course(in, subject));
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    TestPlan in = plan;
    if (in != null) {
      skip(in, test);
      in.getDescendants(test).forEach(below -> skip(in, below));
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    TestPlan in = plan;
    if (in == null) {
      return;
    }
    Ending ending = Ending.of(result);
    Optional<TestIdentifier> subject = subject(in, test);
    subject.ifPresent(s -> course(in, s).ended(ending, test.isTest()));
    if (subject.filter(test::equals).isPresent()) {
      write(test);
    } else if (subject.isEmpty() && ending != Ending.PASSED
        && test.getSource().orElse(null) instanceof ClassSource source) {
      file.orElseThrow().failedClass(source.getClassName(), ending);
    }
  }

  private void skip(TestPlan in, TestIdentifier test) {
    Optional<TestIdentifier> subject = subject(in, test);
    subject.ifPresent(s -> course(in, s).ended(Ending.SKIPPED, true));
    if (subject.filter(test::equals).isPresent()) {
      write(test);
    }
  }

  private void write(TestIdentifier subject) {
    TestCourse course = running.remove(subject.getUniqueId());
    if (course != null) {
      file.orElseThrow().course(course);
    }
  }

  private void sawCode(String code) {
    Collection<TestCourse> now = running.values();
    now.forEach(course -> course.saw(code));
  }

  private TestCourse course(TestPlan in, TestIdentifier subject) {
    return running.computeIfAbsent(subject.getUniqueId(), id -> TestCourse.of(in, subject));
  }

  /** What the invocations of a parameterised or dynamic test have in common: the method; of a test without a method, itself. */
  private static Optional<TestIdentifier> subject(TestPlan in, TestIdentifier test) {
    Optional<TestIdentifier> subject = test.isTest() ? Optional.of(test) : Optional.empty();
    for (Optional<TestIdentifier> at = Optional.of(test); at.isPresent(); at = in.getParent(at.get())) {
      if (at.get().getSource().orElse(null) instanceof MethodSource) {
        subject = at;
      }
    }
    return subject;
  }
}
