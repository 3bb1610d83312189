package io.aerodb.command.session;

import io.aerodb.audit.AuditRecord;

/** What came of claiming a request id with the first records of a request. */
sealed interface ClaimResult {
  /** An earlier record claims the id; nothing was written. */
  record Taken(AuditRecord first) implements ClaimResult {}

  /** No earlier record claims it. */
  record Written(RecordStatus status) implements ClaimResult {}
}
