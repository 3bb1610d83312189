package io.aerodb.kernel;

/**
 * How deep a collection of diagnostics goes.
 *
 * @since 0.1
 */
public enum DiagnosticScope {
  /** Counters and settings that the kernel already holds in memory. */
  SUMMARY,
  /** Also what has to be read from disk. */
  DEEP
}
