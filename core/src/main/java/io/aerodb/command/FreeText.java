package io.aerodb.command;

import static java.util.Objects.requireNonNull;

import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The rule for free text: 1 to 500 characters, none of the categories Cc, Cf, Zl, Zp and Cs. Nothing is trimmed. */
final class FreeText {
  static final int MAX = 500;
  static final String LEGAL =
      "1 to 500 characters without control, format, line or paragraph separator, and surrogate characters";

  private FreeText() {}

  static void require(String field, String value) {
    List<CommandError> found = problems(field, requireNonNull(value, field), ErrorCode.ARGUMENT_MISSING);
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(field + " is " + SafeText.quote(value) + " but must hold " + LEGAL);
    }
  }

  /** Every problem of a text; {@code whenEmpty} is the code for one without characters. */
  static List<CommandError> problems(String field, String value, ErrorCode whenEmpty) {
    var found = new ArrayList<CommandError>();
    if (value.isEmpty()) {
      found.add(CommandError.ofOne(whenEmpty, field, LEGAL, "empty text"));
    }
    if (value.length() > MAX) {
      found.add(CommandError.ofOne(ErrorCode.TEXT_TOO_LONG, field, LEGAL, value.length() + " characters"));
    }
    firstForbidden(value).ifPresent(i -> found.add(CommandError.ofOne(ErrorCode.TEXT_FORBIDDEN_CHARACTER, field, LEGAL,
        unicode(value.codePointAt(i)) + " at index " + i)));
    return found;
  }

  /** Such as {@code U+202E}. */
  private static String unicode(int codePoint) {
    String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    return "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  private static OptionalInt firstForbidden(String value) {
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      if (SafeText.isForbidden(value.codePointAt(i))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
