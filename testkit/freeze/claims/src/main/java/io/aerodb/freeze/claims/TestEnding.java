package io.aerodb.freeze.claims;

/**
 * The ways in which a test can end, from best to worst. Only what passed proves anything.
 *
 * @since 0.1
 */
public enum TestEnding {
  PASSED, SKIPPED, ABORTED, FAILED;

  /** The worse of the two. */
  public TestEnding orWorse(TestEnding other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
