package io.aerodb.audit.judge;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.Stage;
import io.aerodb.audit.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a request has come.
 *
 * @param first the sequence that claimed the id
 * @param stage the newest stage, duplicates aside
 * @param identity what later stages must repeat; {@code null} once none may follow, so that a finished request costs
 *     next to nothing
 */
public record RequestState(long first, Stage stage, @Nullable Identity identity) {
  /** What all stages of a request have in common. */
  public record Identity(boolean control, Optional<String> operator, Optional<Json.Obj> command) {}

  static Identity identityOf(AuditEvent event) {
    return new Identity(event.control(), event.operator(), event.command());
  }

  static RequestState claimed(long sequence, AuditEvent event) {
    return new RequestState(sequence, event.stage(), identityOf(event));
  }

  RequestState after(Stage next) {
    return new RequestState(first, next, next.successors().isEmpty() ? null : identity);
  }
}
