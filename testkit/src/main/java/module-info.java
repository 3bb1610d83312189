import io.aerodb.kernel.KernelProvider;
import io.aerodb.testkit.sim.SimulatedKernelProvider;
import org.jspecify.annotations.NullMarked;

/**
 * Contract kits for kernels and audit logs, a simulated kernel, and fault injection. The test libraries are static:
 * who only runs the simulated kernel needs none of them.
 */
@NullMarked
module io.aerodb.testkit {
  requires transitive io.aerodb.command;
  requires transitive io.aerodb.freeze.claims;
  requires static com.tngtech.archunit;
  requires static net.jqwik.api;
  requires static org.assertj.core;
  requires static org.immutables.value.annotations;
  requires static org.junit.jupiter.api;
  requires static org.jspecify;

  exports io.aerodb.testkit.arbitraries;
  exports io.aerodb.testkit.audit;
  exports io.aerodb.testkit.crash;
  exports io.aerodb.testkit.fault;
  exports io.aerodb.testkit.kernel;
  exports io.aerodb.testkit.person;
  exports io.aerodb.testkit.rules;
  exports io.aerodb.testkit.sim;
  exports io.aerodb.testkit.simulation;

  // The kits' tests are package-private, and JUnit calls them.
  opens io.aerodb.testkit.audit to
      org.junit.platform.commons;
  opens io.aerodb.testkit.kernel to
      org.junit.platform.commons;

  provides KernelProvider with SimulatedKernelProvider;
}
