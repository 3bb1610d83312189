package io.aerodb.testkit.terminal;

/** The text that a person sees on a terminal: the characters it gets without control sequences and carriage returns. */
final class ScreenText {
  private static final char ESC = '\u001b';

  /** Where in a control sequence the terminal is. */
  private enum EscapeState {
    TEXT, ESCAPE, SEQUENCE, COMMAND
  }

  private final StringBuilder seen = new StringBuilder();
  private EscapeState state = EscapeState.TEXT;

  void take(char c) {
    switch (state) {
      case TEXT -> text(c);
      case ESCAPE -> state = c == '[' ? EscapeState.SEQUENCE : c == ']' ? EscapeState.COMMAND : EscapeState.TEXT;
      case SEQUENCE -> state = c >= '@' && c <= '~' ? EscapeState.TEXT : EscapeState.SEQUENCE;
      case COMMAND -> state = c == '\u0007' || c == '\\' ? EscapeState.TEXT : EscapeState.COMMAND;
    }
  }

  private void text(char c) {
    if (c == ESC) {
      state = EscapeState.ESCAPE;
    } else if (c == '\b' && !seen.isEmpty()) {
      seen.setLength(seen.length() - 1);
    } else if (c == '\n' || c >= ' ') {
      seen.append(c);
    }
  }

  int length() {
    return seen.length();
  }

  int indexOf(String text, int from) {
    return seen.indexOf(text, from);
  }

  String from(int start) {
    return seen.substring(Math.min(start, seen.length()));
  }

  String between(int start, int end) {
    return seen.substring(start, end);
  }
}
