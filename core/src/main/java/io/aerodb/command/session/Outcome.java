package io.aerodb.command.session;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.json.Json;
import io.aerodb.command.Command;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.explain.Explanation;
import java.util.List;
import java.util.Optional;

/**
 * What came of a request: the truth, "unknown" included. {@link Executed} only when the kernel itself said so (ER-5).
 *
 * @param <R> what the kernel answers
 * @since 0.1
 */
public sealed interface Outcome<R> extends Reply<R> {
  /** Whether it is in the audit trail. */
  RecordStatus trail();

  /**
   * The kernel did it, or read it.
   *
   * @param command what was done
   * @param value the kernel's answer
   * @param trail whether this is recorded
   * @param <R> what the kernel answers
   */
  record Executed<R>(Command<R> command, R value, RecordStatus trail) implements Outcome<R> {
    public Executed {
      requireNonNull(command, "command");
      requireNonNull(value, "value");
      requireNonNull(trail, "trail");
    }
  }

  /**
   * It did not happen, and nothing under way will make it happen.
   *
   * @param errors every reason, ordered; not empty
   * @param explanation what was explained, if it came that far
   * @param trail whether this is recorded
   * @param <R> what the kernel would have answered
   */
  record NotExecuted<R>(List<CommandError> errors, Optional<Explanation> explanation, RecordStatus trail)
      implements Outcome<R>, ProposeResult<R> {
    public NotExecuted {
      errors = errors.stream().sorted(CommandError.ORDER).toList();
      if (errors.isEmpty()) {
        throw new IllegalArgumentException("errors is empty but a refusal must hold at least one");
      }
      requireNonNull(explanation, "explanation");
      requireNonNull(trail, "trail");
    }
  }

  /**
   * A control command was dispatched and nobody knows what came of it. It may have happened, it may not, and it may
   * still happen.
   *
   * @param error why nobody knows
   * @param trail whether this is recorded
   * @param <R> what the kernel would have answered
   */
  record Unknown<R>(CommandError error, RecordStatus trail) implements Outcome<R> {
    public Unknown {
      requireNonNull(error, "error");
      requireNonNull(trail, "trail");
    }
  }

  /** This as a JSON object; kernel text verbatim. */
  default Json.Obj json() {
    return switch (this) {
      case Executed<R> done ->
          Json.object().put("answer", done.command().answerJson(done.value())).put("command", done.command().json())
              .put("outcome", "executed").put("trail", trail().json()).build();
      case NotExecuted<R> not -> {
        var json = Json.object().put("errors", new Json.Arr(not.errors().stream().map(e -> (Json) e.json()).toList()))
            .put("outcome", "not-executed").put("trail", trail().json());
        not.explanation().ifPresent(explanation -> json.put("explanation", explanation.json()));
        yield json.build();
      }
      case Unknown<R> nobodyKnows -> Json.object().put("error", nobodyKnows.error().json()).put("outcome", "unknown")
          .put("trail", trail().json()).build();
    };
  }

  /** This for a person: lines that end in a line feed, safe for a terminal. The explanation is not repeated. */
  default String text() {
    String what = switch (this) {
      case Executed<R> done ->
          "EXECUTED: " + done.command().text() + "\n" + JsonOutline.of(done.command().answerJson(done.value()));
      case NotExecuted<R> not ->
          "NOT EXECUTED\n" + String.join("\n", not.errors().stream().map(CommandError::text).toList()) + "\n";
      case Unknown<R> nobodyKnows ->
          "UNKNOWN: it may have happened, it may not, it may still happen.\n" + nobodyKnows.error().text() + "\n";
    };
    return what + trail().text() + "\n";
  }
}
