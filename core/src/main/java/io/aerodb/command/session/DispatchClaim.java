package io.aerodb.command.session;

import io.aerodb.audit.AuditRecord;

/** What came of recording a dispatch on the condition that no other control command came in between. */
sealed interface DispatchClaim {
  /** One did; nothing was written. */
  record Moved(AuditRecord newest) implements DispatchClaim {}

  /** None did. */
  record Written(RecordStatus status) implements DispatchClaim {}
}
