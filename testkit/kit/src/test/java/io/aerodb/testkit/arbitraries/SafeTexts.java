package io.aerodb.testkit.arbitraries;

import io.aerodb.command.CommandInput;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A second definition of safe text, written in another way than the library's. */
final class SafeTexts {
  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\\\|u\\{([0-9A-F]+)\\})");

  private SafeTexts() {}

  static boolean isOneSafeLine(String text) {
    return !FORBIDDEN.matcher(text).find();
  }

  static boolean isSafeText(String text) {
    return text.endsWith("\n") && text.lines().allMatch(SafeTexts::isOneSafeLine) && text.indexOf('\r') < 0;
  }

  static String unescape(String text) {
    return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1) == null ? "\\"
        : Character.toString(Integer.parseInt(found.group(1), 16))));
  }

  /** Whether JSON can carry an input: no lone surrogate, and short enough to be read again. */
  static boolean encodable(CommandInput input) {
    List<String> parts = Stream.of(input.requestId().stream(), input.command().stream(),
        input.arguments().keySet().stream(), input.arguments().values().stream().flatMap(List::stream))
        .flatMap(part -> part).toList();
    return parts.stream().flatMapToInt(String::codePoints).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)
        && input.json().canonical().length() <= 65_536;
  }
}
