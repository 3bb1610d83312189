package io.aerodb.command.confirm;

import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether an acknowledgement is exactly what a challenge asks for. It is map equality, name by name: nothing is
 * counted, trimmed or folded (CF-8).
 *
 * @since 0.1
 */
public final class AcknowledgementCheck {
  private AcknowledgementCheck() {}

  /** Every difference at once; empty only when each demand, and nothing else, was answered exactly. */
  public static List<CommandError> differences(Challenge challenge, Acknowledgement given) {
    var errors = new ArrayList<CommandError>();
    if (!challenge.digest().equals(given.digest())) {
      errors.add(
          CommandError.ofOne(ErrorCode.ACKNOWLEDGEMENT_OF_ANOTHER, "digest", challenge.digest(),
              SafeText.quote(given.digest())));
    }
    for (Demand demand : challenge.demands()) {
      String answer = given.answers().get(demand.id());
      if (answer == null) {
        errors.add(CommandError.ofOne(ErrorCode.ACKNOWLEDGEMENT_INCOMPLETE, demand.id(), demand.expected(), "nothing"));
      } else if (!answer.equals(demand.expected())) {
        errors.add(CommandError.ofOne(ErrorCode.ACKNOWLEDGEMENT_WRONG, demand.id(), demand.expected(),
            SafeText.quote(answer)));
      }
    }
    Set<String> asked = challenge.demands().stream().map(Demand::id).collect(Collectors.toSet());
    given.answers().keySet().stream().filter(id -> !asked.contains(id))
        .forEach(id -> errors.add(CommandError.ofOne(ErrorCode.ACKNOWLEDGEMENT_UNASKED, SafeText.quote(id),
            "only what the challenge asks for", "an answer")));
    return errors.stream().sorted(CommandError.ORDER).toList();
  }
}
