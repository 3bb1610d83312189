package io.aerodb.audit.journal;

import io.aerodb.audit.AuditUnreadableException;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.LoggerFactory;

/**
 * The one thread that touches a journal's files for writing, from open to close. Callers may be interrupted, and an interrupt inside a file channel
 * closes it; nobody interrupts this thread. It knows of no kernel.
 */
final class Writer implements Runnable {
  private final JournalFiles files;
  private final Options options;
  private final CompletableFuture<OpenJournal> opened = new CompletableFuture<>();
  private final Object lock = new Object();
  private final ArrayDeque<Waiter> queue = new ArrayDeque<>();
  private final Thread thread;
  private Optional<String> broken = Optional.empty();
  private boolean closing;

  Writer(JournalFiles files, Options options) {
    this.files = files;
    this.options = options;
    this.thread = Thread.ofPlatform().daemon().name("aerodb-journal-writer").unstarted(this);
  }

  /** Starts the thread and waits until the journal is open. */
  OpenJournal open() {
    thread.start();
    try {
      return opened.join();
    } catch (CompletionException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  /** Hands an append over, or answers at once that it will not be written. */
  Waiter.Reply append(Waiter waiter) {
    synchronized (lock) {
      if (closing) {
        waiter.refuse("log is closed");
      } else if (broken.isPresent()) {
        waiter.refuse(broken.get());
      } else {
        queue.add(waiter);
        lock.notifyAll();
      }
    }
    return waiter.await();
  }

  /** Lets the thread write what waits, and waits until it has released everything. */
  void close() {
    synchronized (lock) {
      closing = true;
      lock.notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive() && Thread.currentThread() != thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    OpenJournal journal;
    try {
      journal = OpenJournal.open(files, options);
    } catch (Throwable e) {
      opened.completeExceptionally(e);
      return;
    }
    opened.complete(journal);
    var batches = new Batches(journal, this::poll);
    try (journal) {
      for (Optional<Waiter> next = take(); next.isPresent(); next = take()) {
        batches.write(next.get()).ifPresent(this::breakDown);
      }
    } catch (Throwable e) {
      breakDown(new Batches.Broken("its writer ended with " + e.getClass().getSimpleName(), e));
    }
  }

  /** The next append; waits for one. Empty when the journal is to be closed and nothing waits. */
  private Optional<Waiter> take() {
    synchronized (lock) {
      while (queue.isEmpty() && !closing) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          // Nobody has a reason to interrupt this thread, and it ends by close() alone.
        }
      }
      return Optional.ofNullable(queue.poll());
    }
  }

  private Optional<Waiter> poll() {
    synchronized (lock) {
      return Optional.ofNullable(queue.poll());
    }
  }

  private void breakDown(Batches.Broken failure) {
    String reason = "log takes nothing more: " + failure.reason();
    synchronized (lock) {
      broken = Optional.of(reason);
      queue.forEach(waiter -> waiter.refuse(reason));
      queue.clear();
    }
    log("audit journal in " + files.directory() + " takes nothing more until it is opened again: " + failure.reason(),
        failure.cause());
  }

  // A failing observer changes nothing (P7-O1).
  private static void log(String message, Throwable cause) {
    try {
      LoggerFactory.getLogger(Writer.class).error(message, cause);
    } catch (RuntimeException | Error e) {
      return;
    }
  }

  private RuntimeException failure(Throwable cause) {
    String where = "log in " + files.directory() + " can't be opened";
    return switch (cause) {
      case AuditUnreadableException known -> new AuditUnreadableException(String.valueOf(known.getMessage()), known);
      case DamageException damage -> new AuditUnreadableException(where + ": " + damage.what(), damage);
      default -> new AuditUnreadableException(where + ": " + cause.getClass().getSimpleName(), cause);
    };
  }
}
