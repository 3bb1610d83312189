package io.aerodb.testkit.terminal;

/** What a person sees of the characters that a terminal gets: control sequences and carriage returns are left out. */
final class ScreenText {
  private static final char ESC = '\u001b';

  private enum State {
    TEXT, ESCAPE, SEQUENCE, COMMAND
  }

  private final StringBuilder seen = new StringBuilder();
  private State state = State.TEXT;

  void take(char c) {
    switch (state) {
      case TEXT -> text(c);
      case ESCAPE -> state = c == '[' ? State.SEQUENCE : c == ']' ? State.COMMAND : State.TEXT;
      case SEQUENCE -> state = c >= '@' && c <= '~' ? State.TEXT : State.SEQUENCE;
      case COMMAND -> state = c == '\u0007' || c == '\\' ? State.TEXT : State.COMMAND;
    }
  }

  private void text(char c) {
    if (c == ESC) {
      state = State.ESCAPE;
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
