package io.aerodb.audit.state;

import io.aerodb.audit.RecoveryNotice;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a log knows of its own durable records. It changes only by {@link #commit}, in the hands of one thread at a time; reading is safe on any
 * thread at any time and waits for nobody.
 *
 * <p>Holds an entry for each request id and nothing for each record.
 */
public final class LogState {
  private final ConcurrentHashMap<String, Request> requests = new ConcurrentHashMap<>();
  private volatile Standing standing;

  /** A log without records, with what recovery has found. */
  public LogState(List<RecoveryNotice> notices) {
    standing = new Standing(0, Standing.EMPTY.cluster(), 0, List.of(), notices);
  }

  /** The log at this moment. */
  public Standing standing() {
    return standing;
  }

  /** The sequence that claimed an id. */
  public OptionalLong first(String requestId) {
    // A commit first enters its requests and then moves the standing: what it has not reached yet isn't durable for a reader.
    long last = standing.last();
    Request found = requests.get(requestId);
    return found == null || found.first() > last ? OptionalLong.empty() : OptionalLong.of(found.first());
  }

  /** Starts a batch. One at a time: a batch that was started before another one's commit must not be committed. */
  public Draft draft() {
    return new Draft(this);
  }

  /** Takes over what a batch holds, once it is durable. */
  public void commit(Draft draft) {
    enter(draft);
    standing = draft.standing();
  }

  /** The first half of a commit, which no reader may see. */
  void enter(Draft draft) {
    requests.putAll(draft.changed());
  }

  /** Adds what recovery has found now. */
  public void notice(RecoveryNotice notice) {
    standing = standing.with(notice);
  }

  @Nullable Request request(String requestId) {
    return requests.get(requestId);
  }

}
