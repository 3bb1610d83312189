package io.aerodb.command.error;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.json.Json;
import io.aerodb.kernel.InvariantId;
import java.util.Comparator;
import java.util.List;

/**
 * One reason why a command did not do what was asked, or why nobody knows whether it did.
 *
 * @param code which of the closed set
 * @param wireCode the text of the code: the name of {@link #code()}, or for a kernel rejection the kernel's own
 * @param message the sentence; the kernel's own, verbatim, for a kernel rejection
 * @param invariants what it rests on; never empty
 * @param execution what is known of the kernel action
 * @param details each thing found, with what was expected and observed; may be empty
 * @since 0.1
 */
public record CommandError(ErrorCode code, String wireCode, String message, List<InvariantId> invariants,
    Execution execution,
    List<Detail> details) {
  /** By the first detail's subject, then by code: the order in which errors are listed. */
  public static final Comparator<CommandError> ORDER = Comparator
      .comparing((CommandError e) -> e.details().isEmpty() ? "" : e.details().getFirst().subject())
      .thenComparing(CommandError::wireCode)
      .thenComparing(e -> e.details().toString());

  public CommandError {
    requireNonNull(code, "code");
    requireNonNull(wireCode, "wireCode");
    requireNonNull(message, "message");
    invariants = List.copyOf(invariants);
    requireNonNull(execution, "execution");
    details = List.copyOf(details);
    if (invariants.isEmpty()) {
      throw new IllegalArgumentException(
          "error " + wireCode + " references no invariant but must reference at least one");
    }
    if (code != ErrorCode.KERNEL_REJECTED && !wireCode.equals(code.name())) {
      throw new IllegalArgumentException(
          "wireCode is '" + wireCode + "' but must be " + code + ": only a kernel rejection has a code of its own");
    }
  }

  /** An error of this library's own, of something that was not executed. */
  public static CommandError of(ErrorCode code, Detail... details) {
    return of(code, Execution.NOT_EXECUTED, List.of(details));
  }

  /** An error of one detail, which rests on the code's first invariant; of something that was not executed. */
  public static CommandError ofOne(ErrorCode code, String subject, String expected, String observed) {
    return ofOne(code, Execution.NOT_EXECUTED, subject, expected, observed);
  }

  /** An error of one detail, which rests on the code's first invariant. */
  public static CommandError ofOne(ErrorCode code, Execution execution, String subject, String expected,
      String observed) {
    String rule = code.invariants().getFirst().id().value();
    return of(code, execution, List.of(new Detail(subject, rule, expected, observed)));
  }

  /** An error of this library's own. */
  public static CommandError of(ErrorCode code, Execution execution, List<Detail> details) {
    List<InvariantId> invariants = code.invariants().stream().map(Invariant::id).toList();
    return new CommandError(code, code.name(), code.message(), invariants, execution, details);
  }

  /** A kernel's rejection, verbatim; one that names no invariant rests on P7-E3. */
  public static CommandError rejection(String code, String message, List<InvariantId> invariants,
      List<Detail> details) {
    List<InvariantId> named = invariants.isEmpty() ? List.of(Invariant.P7_E3.id()) : invariants;
    return new CommandError(ErrorCode.KERNEL_REJECTED, code, message, named, Execution.NOT_EXECUTED, details);
  }

  /** The domain; that of {@link #code()}. */
  public ErrorDomain domain() {
    return code.domain();
  }

  /** This error as a JSON object; kernel text verbatim. */
  public Json.Obj json() {
    return Json.object()
        .put("code", wireCode)
        .put("details", new Json.Arr(details.stream().map(d -> (Json) d.json()).toList()))
        .put("domain", domain().name())
        .put("execution", execution.name())
        .put("invariants", Json.Arr.ofStrings(invariants.stream().map(InvariantId::value).toList()))
        .put("kind", code.name())
        .put("message", message)
        .build();
  }

  /**
   * This error for a person: one line, then one line for each detail; safe for a terminal, without a line feed at the
   * end.
   */
  public String text() {
    var text = new StringBuilder(SafeText.escape(wireCode)).append(" (").append(domain()).append("): ")
        .append(SafeText.escape(message));
    text.append(" [").append(String.join(", ", invariants.stream().map(InvariantId::value).toList())).append("] ")
        .append(execution);
    details.forEach(detail -> text.append("\n  ").append(detail.text()));
    return text.toString();
  }
}
