package io.aerodb.console.command;

import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorDomain;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.RecordStatus;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The number that the process ends with, a pure function of the outcome. It is 0 only if the kernel said that it was
 * done, and that is recorded.
 */
public enum ExitCode {
  DONE(0, "executed, and recorded; also after --help, trail and unresolved"),
  INPUT(2, "not executed: the input or the usage is wrong"),
  REFUSED(3, "not executed: a rule, no terminal to confirm at, declined, stale, or a duplicate"),
  KERNEL_REJECTED(4, "not executed: the kernel refused"),
  UNKNOWN(5, "nobody knows: it may have happened, it may not, it may still happen"),
  TROUBLE(6, "not executed: the audit trail or the kernel could not be reached, read or written"),
  NOT_RECORDED(7, "executed, but that is not in the audit trail"),
  BUG(70, "an internal error; what was recorded before it stands in the trail");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The number. */
  public int number() {
    return number;
  }

  /** Every number with what it means, in order, for the help. */
  public static SequencedMap<Integer, String> meanings() {
    var meanings = new LinkedHashMap<Integer, String>();
    for (ExitCode code : values()) {
      meanings.put(code.number, code.meaning);
    }
    return meanings;
  }

  /** The code of what came of a request. */
  public static ExitCode of(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Executed<?> done -> done.trail() instanceof RecordStatus.Missing ? NOT_RECORDED : DONE;
      case Outcome.Unknown<?> unknown -> UNKNOWN;
      case Outcome.NotExecuted<?> not when not.trail() instanceof RecordStatus.Missing -> TROUBLE;
      case Outcome.NotExecuted<?> not ->
          not.errors().stream().map(ExitCode::of).max(Comparator.comparingInt(ExitCode::number)).orElse(BUG);
    };
  }

  /** Of several reasons the one that is furthest from what was typed decides. */
  public static ExitCode of(CommandError error) {
    return of(error.domain());
  }

  private static ExitCode of(ErrorDomain domain) {
    return switch (domain) {
      case OPERATOR_INPUT -> INPUT;
      case VALIDATION -> REFUSED;
      case KERNEL_REJECTION -> KERNEL_REJECTED;
      case TRANSPORT -> TROUBLE;
    };
  }
}
