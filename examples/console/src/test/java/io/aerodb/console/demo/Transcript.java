package io.aerodb.console.demo;

import java.io.OutputStream;
import java.io.PrintStream;

/** A stream that prints what stands on a screen as plain lines, without control sequences and carriage returns. */
final class Transcript extends OutputStream {
  private static final int ESC = 0x1b;

  private final PrintStream to;
  private boolean escape;
  private boolean sequence;

  Transcript(PrintStream to) {
    this.to = to;
  }

  @Override
  public void write(int b) {
    if (sequence) {
      sequence = b < '@' || b > '~';
    } else if (escape) {
      escape = false;
      sequence = b == '[';
    } else if (b == ESC) {
      escape = true;
    } else if (b != '\r') {
      to.write(b);
    }
  }

  @Override
  public void flush() {
    to.flush();
  }
}
