package io.aerodb.testkit;

import static java.util.Objects.requireNonNull;

/**
 * The answer of a host's fixture to a contract kit that asked it to arrange a scenario.
 *
 * @param <T> what the test goes on with
 * @since 0.1
 */
public sealed interface Arrangement<T> {
  /**
   * The scenario was brought about.
   *
   * @param subject what the test goes on with, as the scenario says
   * @param <T> its type
   */
  record Arranged<T>(T subject) implements Arrangement<T> {
    public Arranged {
      requireNonNull(subject, "subject");
    }
  }

  /**
   * The implementation under test itself refused the scenario, and said why. Legal only for a scenario that says so;
   * with any other the test fails, and the message blames the fixture.
   *
   * @param message what the implementation said
   * @param <T> what the test would have gone on with
   */
  record Denied<T>(String message) implements Arrangement<T> {
    public Denied {
      requireNonNull(message, "message");
    }
  }

  /**
   * This host can't bring the scenario about. The tests that need it are skipped, and the report says why.
   *
   * @param reason why not, in a sentence
   * @param <T> what the test would have gone on with
   */
  record Impossible<T>(String reason) implements Arrangement<T> {
    public Impossible {
      if (reason.isBlank()) {
        throw new IllegalArgumentException(
            "reason is '" + reason + "' but must say why the scenario can't be arranged");
      }
    }
  }
}
