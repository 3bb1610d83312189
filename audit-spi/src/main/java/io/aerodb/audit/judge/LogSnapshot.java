package io.aerodb.audit.judge;

import io.aerodb.audit.RecoveryNotice;
import io.aerodb.audit.UnresolvedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a log says of itself at one moment. Immutable, so that a reader sees one moment without holding up a writer.
 *
 * @param last sequence of the last record; 0 when there is none
 * @param cluster that of the first record
 * @param lastControlDispatch sequence of the newest dispatch of a control command; 0 when there was none
 * @param pending control requests that nobody can tell the end of, in the order of their dispatch
 * @param notices recovery notices that nobody has acknowledged, oldest first
 */
public record LogSnapshot(
    long last, Optional<String> cluster, long lastControlDispatch, List<PendingRequest> pending,
    List<RecoveryNotice> notices) {
  /** Of a log without records. */
  public static final LogSnapshot EMPTY = new LogSnapshot(0, Optional.empty(), 0, List.of(), List.of());

  public LogSnapshot {
    pending = List.copyOf(pending);
    notices = List.copyOf(notices);
  }

  /**
   * An unresolved request.
   *
   * @param requestId its id
   * @param dispatched the sequence of its dispatch
   * @param end what was recorded of its end
   */
  public record PendingRequest(String requestId, long dispatched, UnresolvedRequest.End end) {}

  /** The same with one more notice. */
  public LogSnapshot with(RecoveryNotice notice) {
    var more = new ArrayList<>(notices);
    more.add(notice);
    return new LogSnapshot(last, cluster, lastControlDispatch, pending, more);
  }
}
