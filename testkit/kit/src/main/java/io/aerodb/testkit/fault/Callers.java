package io.aerodb.testkit.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls on daemon threads of their own, for tests in which several callers act at once. A bound on waiting is a
 * watchdog and no part of what is tested.
 *
 * @since 0.1
 */
public final class Callers {
  private static final Duration WATCHDOG = Duration.ofSeconds(60);

  private Callers() {}

  /** Lets one go. */
  public static <T> Future<T> start(Callable<T> call) {
    var task = new FutureTask<>(call);
    Thread.ofPlatform().daemon().name("caller").start(task);
    return task;
  }

  /** Lets all of them go at the same moment. */
  public static <T> List<Future<T>> atOnce(List<? extends Callable<T>> calls) {
    var start = new Gate();
    var running = new ArrayList<Future<T>>();
    for (Callable<T> call : calls) {
      running.add(start(() -> {
        start.pass();
        return call.call();
      }));
    }
    start.release();
    return running;
  }

  /** Whether a call returned or threw within a bound; one that did not is interrupted and left behind. */
  public static boolean ends(Future<?> call, Duration bound) throws InterruptedException {
    return within(call, bound).isPresent() || !call.isCancelled();
  }

  /** What a call answered within a bound; empty when it threw, or is late: then it is interrupted and left behind. */
  public static <T> Optional<T> within(Future<T> call, Duration bound) throws InterruptedException {
    try {
      return Optional.of(call.get(bound.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return Optional.empty();
    } catch (TimeoutException e) {
      call.cancel(true);
      return Optional.empty();
    }
  }

  /**
   * What a call answered.
   *
   * @throws AssertionError when it threw, or did not end within a minute
   */
  public static <T> T result(Future<T> call) {
    try {
      return call.get(WATCHDOG.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("a caller of the test failed", e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("a caller of the test did not end", e);
    }
  }
}
