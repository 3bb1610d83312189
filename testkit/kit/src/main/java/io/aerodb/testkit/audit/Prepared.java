package io.aerodb.testkit.audit;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.AuditLog;

/**
 * What came of preparing a {@link LogCondition}.
 *
 * @since 0.1
 */
public sealed interface Prepared {
  /**
   * The log is in it.
   *
   * @param log the log to go on with: the reopened one, the second instance, or the same one
   */
  record Ready(AuditLog log) implements Prepared {
    public Ready {
      requireNonNull(log, "log");
    }
  }

  /**
   * The log itself refused it, by throwing {@link io.aerodb.audit.AuditUnreadableException}. Legal for
   * {@link LogCondition#SECOND_INSTANCE} alone: a log that is not shared keeps a second writer out.
   *
   * @param message what it said
   */
  record Refused(String message) implements Prepared {
    public Refused {
      requireNonNull(message, "message");
    }
  }

  /**
   * This host can't make it. The tests that need it are skipped, and the report says why.
   *
   * @param reason why not, in a sentence
   */
  record Unavailable(String reason) implements Prepared {
    public Unavailable {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("reason is '" + reason + "' but must say why the condition can't be made");
      }
    }
  }
}
