package io.aerodb.freeze.recorder;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** The course of one test method with all its invocations. */
final class TestCourse {
  private final String className;
  private final String method;
  private final String displayName;
  private final SortedSet<String> claims;
  private final SortedSet<String> codes = new TreeSet<>();
  private Ending ending = Ending.PASSED;
  private boolean ran;

  private TestCourse(String className, String method, String displayName, SortedSet<String> claims) {
    this.className = className;
    this.method = method;
    this.displayName = displayName;
    this.claims = claims;
  }

  static TestCourse of(TestPlan plan, TestIdentifier test) {
    ClassSource owner = owner(plan, test);
    String name = test.getDisplayName();
    if (test.getSource().orElse(null) instanceof MethodSource source) {
      Class<?> type = owner == null ? source.getJavaClass() : owner.getJavaClass();
      return new TestCourse(type.getName(), source.getMethodName(), name, Claims.of(type, source.getJavaMethod()));
    }
    SortedSet<String> claims = owner == null ? new TreeSet<>() : Claims.of(owner.getJavaClass());
    return new TestCourse(owner == null ? "" : owner.getClassName(), name, name, claims);
  }

  /** The class that runs the test, which for an inherited test is not the one that declares it. */
  private static @Nullable ClassSource owner(TestPlan plan, TestIdentifier test) {
    for (var at = plan.getParent(test); at.isPresent(); at = plan.getParent(at.get())) {
      if (at.get().getSource().orElse(null) instanceof ClassSource source) {
        return source;
      }
    }
    return null;
  }

  synchronized void ended(Ending with, boolean isTest) {
    ending = ending.orWorse(with);
    ran |= isTest;
  }

  synchronized void saw(String code) {
    codes.add(code);
  }

  /** Whether the gate has any use for it. */
  synchronized boolean isOfInterest() {
    return !claims.isEmpty() || !codes.isEmpty();
  }

  /** One line; a test without a single invocation counts as skipped. */
  synchronized String line() {
    return "{\"claims\":" + JsonText.array(claims) + ",\"class\":" + JsonText.string(className) + ",\"codes\":"
        + JsonText.array(codes) + ",\"ending\":"
        + JsonText.string((ran ? ending : ending.orWorse(Ending.SKIPPED)).name())
        + ",\"method\":" + JsonText.string(method) + ",\"name\":" + JsonText.string(displayName) + "}\n";
  }
}
