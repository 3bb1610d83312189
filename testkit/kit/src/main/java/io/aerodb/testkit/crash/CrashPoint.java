package io.aerodb.testkit.crash;

import java.util.concurrent.CountDownLatch;

/**
 * Called by a host process that is going to be killed, to say what it did and to stop where it is wanted. It talks to
 * {@link CrashRun} by lines on its standard output, each at once.
 *
 * @since 0.1
 */
public final class CrashPoint {
  static final String SAID = "@said ";
  static final String STOPPED = "@stopped ";

  private CrashPoint() {}

  /**
   * Tells the parent something that it will know after the kill, such as a receipt.
   *
   * @param line without a line feed
   */
  public static void say(String line) {
    print(SAID + line);
  }

  /**
   * Tells the parent that this thread has come to a point, and never returns. The thread can't be interrupted out of
   * it, and nothing behind it is unwound: no {@code finally}, no {@code close}.
   *
   * @param point which, without a line feed
   */
  public static void stopAt(String point) {
    print(STOPPED + point);
    var never = new CountDownLatch(1);
    while (true) {
      try {
        never.await();
      } catch (InterruptedException e) {
        // A killed process takes no notice of an interrupt either.
      }
    }
  }

  // One write for each line: threads that stop at the same time must not mix theirs.
  private static void print(String line) {
    synchronized (System.out) {
      System.out.println(line);
      System.out.flush();
    }
  }
}
