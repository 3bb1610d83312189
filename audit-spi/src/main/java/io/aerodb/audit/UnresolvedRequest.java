package io.aerodb.audit;

import static java.util.Objects.requireNonNull;

/**
 * A control request that was dispatched durably and has either no end or the end {@link Stage#UNKNOWN}, and that no
 * confirmation has settled or acknowledged since. Nobody can tell from the trail what came of it.
 *
 * @param dispatched the record of its dispatch: request id, time, operator and command are in its event
 * @param end whether an end was recorded
 * @since 0.1
 */
public record UnresolvedRequest(AuditRecord dispatched, End end) {
  public UnresolvedRequest {
    requireNonNull(dispatched, "dispatched");
    requireNonNull(end, "end");
  }

  /** The id of the request. */
  public String requestId() {
    return dispatched.event().requestId().orElseThrow();
  }

  /** What the trail says of its end. */
  public enum End {
    /** Nothing was recorded after the dispatch. */
    MISSING,
    /** It was recorded that nobody knows. */
    UNKNOWN
  }
}
