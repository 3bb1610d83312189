package io.aerodb.audit;

import static java.util.Objects.requireNonNull;

/**
 * What a log found unfinished when it was opened, and what it did about it. It is shown in every explanation until a
 * confirmation acknowledges it by id.
 *
 * @param id the same charset as a request id
 * @param text what was kept and what was set aside, and where; 1 to 1,000 characters
 * @since 0.1
 */
public record RecoveryNotice(String id, String text) {
  public RecoveryNotice {
    requireNonNull(id, "id");
    requireNonNull(text, "text");
  }
}
