package io.aerodb.testkit.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Callers on threads of their own, which end with the test. */
final class Crowd {
  /** What a loaded machine may add to a bound before the kit calls it broken. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final ThreadFactory DAEMONS = Thread.ofPlatform().daemon().name("kernel-kit-", 0).factory();

  private Crowd() {}

  /** Lets all of them go at once; empty for each that threw, or has not ended when every call should have. */
  static <T> List<Optional<T>> atOnce(List<Callable<T>> calls, Duration bound) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(calls.size(), DAEMONS);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> call : calls) {
        running.add(threads.submit(() -> {
          start.await();
          return call.call();
        }));
      }
      start.countDown();
      List<Optional<T>> answers = new ArrayList<>();
      for (Future<T> call : running) {
        answers.add(answer(call, bound));
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Whether the call returned or threw in time; one that did not is interrupted and left behind. */
  static boolean ends(Callable<?> call, Duration bound) throws InterruptedException {
    try {
      run(call, bound);
      return true;
    } catch (ExecutionException thrown) {
      return true;
    } catch (TimeoutException late) {
      return false;
    }
  }

  /** What the call answered in time; empty when it threw, or has not ended. */
  static <T> Optional<T> within(Callable<T> call, Duration bound) throws InterruptedException {
    return atOnce(List.of(call), bound).getFirst();
  }

  private static <T> T run(Callable<T> call, Duration bound)
      throws InterruptedException, ExecutionException, TimeoutException {
    ExecutorService thread = Executors.newSingleThreadExecutor(DAEMONS);
    try {
      return thread.submit(call).get(bound.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      thread.shutdownNow();
    }
  }

  private static <T> Optional<T> answer(Future<T> call, Duration bound) throws InterruptedException {
    try {
      return Optional.of(call.get(bound.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException nobodyKnows) {
      return Optional.empty();
    }
  }
}
