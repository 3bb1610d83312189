package io.aerodb.testkit.audit;

import io.aerodb.audit.Appended;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** Callers on threads of their own, which all begin at once and end with the test. */
final class Appenders {
  private static final ThreadFactory DAEMONS = Thread.ofPlatform().daemon().name("audit-log-kit-", 0).factory();

  private Appenders() {}

  static List<Appended> atOnce(List<Callable<Appended>> calls) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Appended>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size(), DAEMONS)) {
      for (Callable<Appended> call : calls) {
        running.add(threads.submit(() -> {
          start.await();
          return call.call();
        }));
      }
      start.countDown();
    }
    List<Appended> answers = new ArrayList<>();
    for (Future<Appended> call : running) {
      answers.add(answer(call));
    }
    return answers;
  }

  private static Appended answer(Future<Appended> call) throws InterruptedException {
    try {
      return call.get();
    } catch (ExecutionException e) {
      throw LogDuty.FACT_OR_THROW.broken("nothing failed, but an append threw " + e.getCause());
    }
  }
}
