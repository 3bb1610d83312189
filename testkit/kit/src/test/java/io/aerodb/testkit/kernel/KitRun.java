package io.aerodb.testkit.kernel;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The result of running a kit inside a test.
 *
 * @param passed names of the tests that passed
 * @param skipped name to reason
 * @param failed name to message
 */
public record KitRun(Set<String> passed, Map<String, String> skipped, Map<String, String> failed) {
  /** The configuration parameter that says which double a kit is run against. */
  public static final String DOUBLE = "io.aerodb.testkit.double";

  static {
    // The module of the kits knows the launcher no more than a host's does; its tests do.
    readModuleOf("org.junit.platform.engine.DiscoverySelector");
    readModuleOf("org.junit.platform.launcher.Launcher");
  }

  /** Runs the kit against one double. */
  public static KitRun of(Class<?> kit, String wrong) {
    KitRun run = new KitRun(new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(kit))
        .filters(EngineFilter.includeEngines("junit-jupiter")).configurationParameter(DOUBLE, wrong).build();
    LauncherConfig quiet = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false)
        .enableLauncherSessionListenerAutoRegistration(false).enablePostDiscoveryFilterAutoRegistration(false)
        .enableLauncherDiscoveryListenerAutoRegistration(false).build();
    LauncherFactory.create(quiet).execute(request, run.listener());
    return run;
  }

  private static void readModuleOf(String type) {
    try {
      KitRun.class.getModule().addReads(Class.forName(type).getModule());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private TestExecutionListener listener() {
    return new TestExecutionListener() {
      @Override
      public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String message = result.getThrowable().map(t -> String.valueOf(t.getMessage())).orElse("");
        switch (result.getStatus()) {
          case SUCCESSFUL -> note(test);
          case ABORTED -> skipped.put(name(test), message);
          case FAILED -> failed.put(name(test), message);
        }
      }

      private void note(TestIdentifier test) {
        if (test.isTest()) {
          passed.add(name(test));
        }
      }
    };
  }

  private static String name(TestIdentifier test) {
    TestSource source = test.getSource().orElseThrow();
    return source instanceof MethodSource method ? method.getMethodName() : test.getDisplayName();
  }
}
