package io.aerodb.audit.judge;

import io.aerodb.audit.RecoveryNotice;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a log knows of its own durable records. It changes only by {@link #commit}, in the hands of one thread at a
 * time; reading is safe on any thread at any time and waits for nobody.
 *
 * <p>Holds an entry for each request id and nothing for each record.
 */
public final class LogState implements LogView {
  private final ConcurrentHashMap<String, RequestState> requests = new ConcurrentHashMap<>();
  private volatile LogSnapshot snapshot;

  /** A log without records, with what recovery has found. */
  public LogState(List<RecoveryNotice> notices) {
    snapshot = new LogSnapshot(0, LogSnapshot.EMPTY.cluster(), 0, List.of(), notices);
  }

  @Override
  public LogSnapshot snapshot() {
    return snapshot;
  }

  /** The sequence that claimed an id. */
  public OptionalLong first(String requestId) {
    // A commit first enters its requests and then moves the snapshot: what it has not reached yet isn't durable for a
    // reader.
    long last = snapshot.last();
    RequestState found = requests.get(requestId);
    return found == null || found.first() > last ? OptionalLong.empty() : OptionalLong.of(found.first());
  }

  /** Starts a batch. One at a time: a batch that was started before another one's commit must not be committed. */
  public BatchDraft draft() {
    return new BatchDraft(this);
  }

  /** Takes over what a batch holds, once it is durable. */
  public void commit(BatchDraft draft) {
    enter(draft);
    snapshot = draft.snapshot();
  }

  /** The first half of a commit, which no reader may see. */
  void enter(BatchDraft draft) {
    requests.putAll(draft.changed());
  }

  /** Adds what recovery has found now. */
  public void notice(RecoveryNotice notice) {
    snapshot = snapshot.with(notice);
  }

  @Override
  public @Nullable RequestState request(String requestId) {
    return requests.get(requestId);
  }
}
