package io.aerodb.audit.judge;

import org.jspecify.annotations.Nullable;

/**
 * All that an append is judged by: what a log knows of itself, and how far the requests have come that an append names.
 */
public interface LogView {
  /** The log at this moment. */
  LogSnapshot snapshot();

  /** How far a request has come; {@code null} when nothing has claimed its id. */
  @Nullable RequestState request(String id);
}
