package io.aerodb.freeze.recorder;

import org.junit.platform.engine.TestExecutionResult;

/** How a test ended; of several invocations the worst, which is the one declared last. */
enum Ending {
  PASSED, SKIPPED, ABORTED, FAILED;

  static Ending of(TestExecutionResult result) {
    return switch (result.getStatus()) {
      case SUCCESSFUL -> PASSED;
      case ABORTED -> ABORTED;
      case FAILED -> FAILED;
    };
  }

  Ending orWorse(Ending other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
