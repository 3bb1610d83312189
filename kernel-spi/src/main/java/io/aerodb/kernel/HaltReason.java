package io.aerodb.kernel;

/**
 * Why replication of a member halted.
 *
 * @since 0.1
 */
public enum HaltReason {
  WAL_GAP_DETECTED,
  HISTORY_DIVERGENCE,
  AUTHORITY_AMBIGUITY,
  WAL_CORRUPTION,
  SNAPSHOT_INTEGRITY_FAILURE,
  CONFIGURATION_ERROR
}
