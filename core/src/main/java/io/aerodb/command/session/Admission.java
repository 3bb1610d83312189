package io.aerodb.command.session;

import static java.util.Objects.requireNonNull;

/**
 * Whether a person that a host or an operator named got a session (CM-2.1, AT-4).
 *
 * @since 0.1
 */
public sealed interface Admission {
  /**
   * There is an identified operator.
   *
   * @param session that operator's session
   */
  record Admitted(Session session) implements Admission {
    public Admitted {
      requireNonNull(session, "session");
    }
  }

  /**
   * There is none; it was recorded.
   *
   * @param outcome every reason
   */
  record Denied(Outcome.NotExecuted<?> outcome) implements Admission {
    public Denied {
      requireNonNull(outcome, "outcome");
    }
  }
}
