package io.aerodb.kernel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Range checks of this package's values; each message names the field, the value and what is legal. */
final class Checks {
  /** Largest integer that every JSON reader keeps exactly. */
  static final long MAX_INTEGER = (1L << 53) - 1;
  static final int MAX_CODE = 100;
  static final int MAX_MESSAGE = 4000;
  static final int MAX_TEXT = 1000;
  static final String ID_FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private static final Pattern ID = Pattern.compile(ID_FORM);

  private Checks() {}

  static String id(String field, String value) {
    return matching(field, value, ID);
  }

  static String matching(String field, String value, Pattern form) {
    require(form.matcher(requireNonNull(value, field)).matches(), field, value, "match " + form.pattern());
    return value;
  }

  /** Kernel text is kept verbatim, whatever it holds; only what no record could carry is refused. */
  static String text(String field, String value, int max) {
    int length = requireNonNull(value, field).length();
    require(length >= 1 && length <= max, field, length + " characters", "hold 1 to " + max + " characters");
    return optionalText(field, value, max);
  }

  static String optionalText(String field, String value, int max) {
    int length = requireNonNull(value, field).length();
    require(length <= max, field, length + " characters", "hold at most " + max + " characters");
    require(value.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), field, "text", "hold no lone surrogate");
    return value;
  }

  static long range(String field, long value, long min, long max) {
    require(value >= min && value <= max, field, value, "be from " + min + " to " + max);
    return value;
  }

  static long count(String field, long value) {
    return range(field, value, 0, MAX_INTEGER);
  }

  static <T, K extends Comparable<? super K>> void ordered(String field, List<T> rows, Function<? super T, K> key) {
    for (int i = 1; i < rows.size(); i++) {
      K before = key.apply(rows.get(i - 1));
      K here = key.apply(rows.get(i));
      require(before.compareTo(here) < 0, field, before + ", " + here, "be ordered by id, each id once");
    }
  }

  static void require(boolean holds, String field, Object value, String legal) {
    if (!holds) {
      throw new IllegalArgumentException(field + " is '" + value + "' but must " + legal);
    }
  }
}
