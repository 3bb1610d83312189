package io.aerodb.command;

import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.SafeText;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the values of an argument are, and how a text is judged to be one. Nothing is trimmed, corrected or guessed.
 *
 * @since 0.1
 */
public enum ArgumentKind {
  NODE_ID("an exact node id, " + RequestId.FORM.pattern(), ErrorCode.ARGUMENT_MISSING) {
    @Override
    List<CommandError> problems(String field, String value) {
      return matching(RequestId.FORM, ErrorCode.NODE_ID_MALFORMED, field, value);
    }
  },
  REASON(FreeText.LEGAL, ErrorCode.REASON_MISSING) {
    @Override
    List<CommandError> problems(String field, String value) {
      return FreeText.problems(field, value, ErrorCode.REASON_MISSING);
    }
  },
  SCOPE("one of " + scopes(), ErrorCode.ARGUMENT_MISSING) {
    @Override
    List<CommandError> problems(String field, String value) {
      return scopes().contains(value) ? List.of() : List.of(problem(ErrorCode.SCOPE_UNKNOWN, field, value));
    }
  },
  INVARIANT_ID("a kernel invariant's exact id such as P6-A1", ErrorCode.ARGUMENT_MISSING) {
    @Override
    List<CommandError> problems(String field, String value) {
      return matching(Pattern.compile("[A-Z][0-9]-[A-Z]{1,2}[0-9]{1,3}[a-z]?"), ErrorCode.INVARIANT_ID_MALFORMED, field,
          value);
    }
  },
  PAGE_NUMBER("a whole number from 1 to " + Page.MAX_NUMBER, ErrorCode.ARGUMENT_MISSING) {
    @Override
    List<CommandError> problems(String field, String value) {
      return upTo(Page.MAX_NUMBER, field, value);
    }
  },
  PAGE_SIZE("a whole number from 1 to " + Page.MAX_SIZE, ErrorCode.ARGUMENT_MISSING) {
    @Override
    List<CommandError> problems(String field, String value) {
      return upTo(Page.MAX_SIZE, field, value);
    }
  };

  private final String legal;
  private final ErrorCode whenMissing;

  ArgumentKind(String legal, ErrorCode whenMissing) {
    this.legal = legal;
    this.whenMissing = whenMissing;
  }

  /** What a legal value is, in words. */
  public String legal() {
    return legal;
  }

  /** Every problem of one value, empty when it is legal. */
  abstract List<CommandError> problems(String field, String value);

  /** The error for an argument of this kind that must be there and is not. */
  CommandError missing(String field) {
    return CommandError.ofOne(whenMissing, field, legal, "nothing");
  }

  List<CommandError> matching(Pattern form, ErrorCode code, String field, String value) {
    return form.matcher(value).matches() ? List.of() : List.of(problem(code, field, value));
  }

  List<CommandError> upTo(int max, String field, String value) {
    boolean legal = value.matches("[1-9][0-9]{0,6}") && Integer.parseInt(value) <= max;
    return legal ? List.of() : List.of(problem(ErrorCode.PAGE_OUT_OF_RANGE, field, value));
  }

  CommandError problem(ErrorCode code, String field, String value) {
    return CommandError.ofOne(code, field, legal, SafeText.quote(value));
  }

  static List<String> scopes() {
    return Arrays.stream(DiagnosticScope.values()).map(scope -> scope.name().toLowerCase(Locale.ROOT)).toList();
  }
}
