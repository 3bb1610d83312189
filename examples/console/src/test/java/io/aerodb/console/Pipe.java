package io.aerodb.console;

import java.io.InputStream;
import java.io.OutputStream;

/** A pipe in memory: what is written at one end is read at the other at once, and neither end belongs to a thread. */
public final class Pipe {
  private final StringBuilder bytes = new StringBuilder();
  private boolean closed;

  /** The end that is written; closing it ends the other once that is empty. */
  public OutputStream in() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        put((char) (b & 0xFF));
      }

      @Override
      public void close() {
        end();
      }
    };
  }

  /** The end that is read. */
  public InputStream out() {
    return new InputStream() {
      @Override
      public int read() {
        return take();
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        int first = read();
        if (first >= 0) {
          target[offset] = (byte) first;
        }
        return first < 0 ? -1 : 1;
      }
    };
  }

  private synchronized void put(char b) {
    bytes.append(b);
    notifyAll();
  }

  private synchronized void end() {
    closed = true;
    notifyAll();
  }

  private synchronized int take() {
    while (bytes.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return -1;
      }
    }
    if (bytes.isEmpty()) {
      return -1;
    }
    char first = bytes.charAt(0);
    bytes.deleteCharAt(0);
    return first;
  }
}
