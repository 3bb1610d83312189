package io.aerodb.testkit.terminal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scripted person at a terminal, who reads the screen until an expected text stands there and types what it asks for.
 * It is not a way around a confirmation: it sees only what a person sees, and types only keys.
 *
 * <p>Deterministic: it acts on what was shown and on nothing else. It waits by reading, so a deadline is that of the
 * stream or of the test. For one thread. A question is a line of text above a line that starts with {@code "> "}.
 *
 * @since 0.1
 */
public final class ScriptedOperator {
  private static final String ENTER = "\r";
  private static final String TO_BE_TYPED = "\n> ";
  private static final String ID = "([A-Za-z0-9][A-Za-z0-9._-]{0,63})";
  private static final Pattern CODE = Pattern.compile("Type the code of this explanation: (\\w+)");
  private static final List<Pattern> QUESTIONS = List.of(
      Pattern.compile("Responsibility for what follows moves to (.+)\\. Sign with that name"),
      Pattern.compile("Nobody can tell what came of request " + ID + "\\. Type its id to acknowledge that"),
      Pattern.compile("The audit log set something aside, see above\\. Type the id to acknowledge that: " + ID),
      Pattern.compile("Check .+ is overridden\\. Type its invariant: (\\S+)"),
      Pattern.compile("The risk shown for each override is accepted\\. Type: (.+)"),
      Pattern.compile("Type the (?:command|scope|id of the node): (\\S+)"), CODE);

  private final Reader screen;
  private final OutputStream keyboard;
  private final ScreenText text = new ScreenText();
  private int read;

  /**
   * A person who has seen nothing yet.
   *
   * @param screen what the terminal gets, in UTF-8; a read blocks until there is more
   * @param keyboard where keys go, in UTF-8
   */
  public ScriptedOperator(InputStream screen, OutputStream keyboard) {
    this.screen = new InputStreamReader(requireNonNull(screen, "screen"), StandardCharsets.UTF_8);
    this.keyboard = requireNonNull(keyboard, "keyboard");
  }

  /**
   * Reads on until a text stands on the screen.
   *
   * @param shown the text
   * @return everything since what was read last, the text included
   * @throws IllegalStateException when the screen goes dark before; the message holds what stands on it
   */
  public String awaits(String shown) {
    int found;
    while ((found = text.indexOf(shown, read)) < 0) {
      next(shown);
    }
    int start = read;
    read = found + shown.length();
    return text.between(start, read);
  }

  /** Reads on to the next question. */
  public String question() {
    String before = awaits(TO_BE_TYPED);
    String lines = before.substring(0, before.length() - TO_BE_TYPED.length());
    return lines.substring(lines.lastIndexOf('\n') + 1);
  }

  /**
   * What a question wants to be typed, from its own text.
   *
   * @throws IllegalStateException when it is no question that a person knows an answer to
   */
  public static String answerTo(String question) {
    return QUESTIONS.stream().map(known -> known.matcher(question)).filter(Matcher::matches).map(m -> m.group(1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody knows what to type for: " + question));
  }

  /** Whether a question is the last one of a confirmation. */
  public static boolean isLast(String question) {
    return CODE.matcher(question).matches();
  }

  /** Answers every question up to the code of the explanation with what the screen says. */
  public void confirms() {
    confirms(() -> {});
  }

  /**
   * Answers every question up to the code of the explanation with what the screen says.
   *
   * @param beforeLast what happens in the world before the last answer is typed
   */
  public void confirms(Runnable beforeLast) {
    String question;
    do {
      question = question();
      if (isLast(question)) {
        beforeLast.run();
      }
      types(answerTo(question));
    } while (!isLast(question));
  }

  /** Types a line and Enter. */
  public void types(String line) {
    presses(line + ENTER);
  }

  /** Presses keys, one character each. */
  public void presses(String keys) {
    try {
      keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
      keyboard.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the keyboard is gone", e);
    }
  }

  private void next(String wanted) {
    int c;
    try {
      c = screen.read();
    } catch (IOException e) {
      throw new UncheckedIOException("the screen is gone", e);
    }
    if (c < 0) {
      throw new IllegalStateException(
          "the screen went dark before '" + wanted + "' stood on it; since last read: " + text.from(read));
    }
    text.take((char) c);
  }
}
