package io.aerodb.testkit.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A place where one thread waits until another lets it go on. Both waits are bounded by a watchdog, which is no part of
 * any test: it only keeps a test that went wrong from waiting for ever.
 *
 * @since 0.1
 */
public final class Gate {
  private static final Duration WATCHDOG = Duration.ofSeconds(60);

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  /** A gate that is closed, and at which nobody stood yet. */
  public Gate() {}

  /** Says that it was reached, and waits until it is released. An interrupt does not end the wait, and is kept. */
  public void pass() {
    reached.countDown();
    await(released, "released");
  }

  /** Waits until somebody stands at the gate, or stood there. */
  public void awaitReached() {
    await(reached, "reached");
  }

  /** Lets whoever stands there go on, now and from now on. */
  public void release() {
    released.countDown();
  }

  private static void await(CountDownLatch latch, String what) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          if (!latch.await(WATCHDOG.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("gate was not " + what + " within " + WATCHDOG);
          }
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
