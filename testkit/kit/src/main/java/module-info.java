import org.jspecify.annotations.NullMarked;

/**
 * Contract kits for kernels and audit logs, faults, crashes and simulation. The test libraries are static: who takes
 * only a part needs only what that part uses.
 */
@NullMarked
module io.aerodb.testkit {
  requires transitive io.aerodb.command;
  requires transitive io.aerodb.freeze.claims;
  requires transitive io.aerodb.sim;
  requires static com.tngtech.archunit;
  requires static net.jqwik.api;
  requires static org.assertj.core;
  requires static org.immutables.value.annotations;
  requires static org.junit.jupiter.api;
  requires static org.jspecify;

  exports io.aerodb.testkit;
  exports io.aerodb.testkit.arbitraries;
  exports io.aerodb.testkit.audit;
  exports io.aerodb.testkit.crash;
  exports io.aerodb.testkit.fault;
  exports io.aerodb.testkit.kernel;
  exports io.aerodb.testkit.rules;
  exports io.aerodb.testkit.simulation;
  exports io.aerodb.testkit.terminal;

  // The kits' tests are package-private, and JUnit calls them.
  opens io.aerodb.testkit.audit to
      org.junit.platform.commons;
  opens io.aerodb.testkit.kernel to
      org.junit.platform.commons;
}
