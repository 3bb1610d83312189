package io.aerodb.testkit.plane;

import io.aerodb.testkit.fault.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Threads of a test. The bound on waiting is a watchdog and no part of any test. */
final class Threads {
  private static final long WATCHDOG_SECONDS = 60;

  private Threads() {}

  static <T> Future<T> start(Callable<T> work) {
    var result = new CompletableFuture<T>();
    Thread.ofPlatform().daemon().start(() -> {
      try {
        result.complete(work.call());
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    });
    return result;
  }

  static <T> T result(Future<T> future) {
    try {
      return future.get(WATCHDOG_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("a thread of the test failed", e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("a thread of the test did not end", e);
    }
  }

  /** Lets so many threads begin at the same moment, and gives what each came to. */
  static <T> List<T> race(int threads, IntFunction<T> work) {
    var start = new Gate();
    var running = new ArrayList<Future<T>>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      running.add(start(() -> {
        start.pass();
        return work.apply(number);
      }));
    }
    start.release();
    return running.stream().map(Threads::result).toList();
  }
}
