package io.aerodb.testkit.kernel;

/**
 * An action that a kernel may deny altogether. What is denied is not skipped: the kit proves that it is refused, by an
 * answer and not by a throw, and that nothing changes.
 *
 * @since 0.1
 */
public enum Capability {
  DEMOTION,
  FORCED_PROMOTION,
  DIAGNOSTICS,
  WAL,
  SNAPSHOTS
}
