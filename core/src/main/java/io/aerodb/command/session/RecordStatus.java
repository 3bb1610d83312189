package io.aerodb.command.session;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.Receipt;
import io.aerodb.audit.json.Json;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.SafeText;

/**
 * Whether an outcome is in the audit trail.
 *
 * @since 0.1
 */
public sealed interface RecordStatus {
  /**
   * It is, durably.
   *
   * @param receipt of the record that holds it
   */
  record Recorded(Receipt receipt) implements RecordStatus {
    public Recorded {
      requireNonNull(receipt, "receipt");
    }
  }

  /**
   * It is not, or nobody knows.
   *
   * @param error why
   */
  record Missing(CommandError error) implements RecordStatus {
    public Missing {
      requireNonNull(error, "error");
    }
  }

  /** This as a JSON object. */
  default Json.Obj json() {
    return switch (this) {
      case Recorded(Receipt receipt) ->
          Json.object().put("leafHash", receipt.leafHash()).put("origin", receipt.origin())
              .put("sequence", receipt.sequence()).build();
      case Missing(CommandError error) -> Json.object().put("missing", error.json()).build();
    };
  }

  /** This for a person, without a line feed at the end; safe for a terminal. */
  default String text() {
    return switch (this) {
      case Recorded(Receipt receipt) ->
          "Recorded as record " + receipt.sequence() + " of " + SafeText.escape(receipt.origin()) + ".";
      case Missing(CommandError error) -> "NOT RECORDED. " + error.text();
    };
  }
}
