package io.aerodb.audit.journal.write;

import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.journal.segment.JournalCorruptException;
import io.aerodb.audit.journal.segment.JournalLayout;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.LoggerFactory;

/**
 * The one thread that touches a journal's files for writing, from open to close. Callers may be interrupted, and an
 * interrupt inside a file channel closes it; nobody interrupts this thread. It knows of no kernel.
 */
public final class JournalWriter implements Runnable {
  private final JournalLayout files;
  private final Callable<OpenJournal> opener;
  private final CompletableFuture<OpenJournal> opened = new CompletableFuture<>();
  private final Object lock = new Object();
  private final ArrayDeque<PendingAppend> queue = new ArrayDeque<>();
  private final Thread thread;
  private Optional<String> broken = Optional.empty();
  private boolean closing;

  public JournalWriter(JournalLayout files, Callable<OpenJournal> opener) {
    this.files = files;
    this.opener = opener;
    this.thread = Thread.ofPlatform().daemon().name("aerodb-journal-writer").unstarted(this);
  }

  /** Starts the thread and waits until the journal is open. */
  public OpenJournal open() {
    thread.start();
    try {
      return opened.join();
    } catch (CompletionException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  /** Hands an append over, or answers at once that it will not be written. */
  public PendingAppend.Reply append(PendingAppend waiter) {
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
  public void close() {
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
      journal = opener.call();
    } catch (Throwable e) {
      opened.completeExceptionally(e);
      return;
    }
    opened.complete(journal);
    var batches = new GroupCommit(journal, this::poll);
    try (journal) {
      for (Optional<PendingAppend> next = take(); next.isPresent(); next = take()) {
        batches.write(next.get()).ifPresent(this::breakDown);
      }
    } catch (Throwable e) {
      breakDown(new GroupCommit.Breakdown("its writer ended with " + e.getClass().getSimpleName(), e));
    }
  }

  /** The next append; waits for one. Empty when the journal is to be closed and nothing waits. */
  private Optional<PendingAppend> take() {
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

  private Optional<PendingAppend> poll() {
    synchronized (lock) {
      return Optional.ofNullable(queue.poll());
    }
  }

  private void breakDown(GroupCommit.Breakdown failure) {
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
      LoggerFactory.getLogger(JournalWriter.class).error(message, cause);
    } catch (RuntimeException | Error e) {
      return;
    }
  }

  private RuntimeException failure(Throwable cause) {
    String where = "log in " + files.directory() + " can't be opened";
    return switch (cause) {
      case AuditUnreadableException known -> new AuditUnreadableException(String.valueOf(known.getMessage()), known);
      case JournalCorruptException damage -> new AuditUnreadableException(where + ": " + damage.what(), damage);
      default -> new AuditUnreadableException(where + ": " + cause.getClass().getSimpleName(), cause);
    };
  }
}
