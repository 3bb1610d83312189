package io.aerodb.testkit.audit;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Receipt;
import io.aerodb.audit.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log that hands every call on, so that a double overrides the one thing it gets wrong. */
class ForwardingLog implements AuditLog {
  protected final AuditLog real;

  ForwardingLog(AuditLog real) {
    this.real = real;
  }

  /** What a log might answer although it wrote nothing. */
  Appended madeUp(List<AuditEvent> events) {
    List<Receipt> receipts = new ArrayList<>();
    for (AuditEvent event : events) {
      receipts.add(AuditRecord.of(real.origin(), 1_000 + receipts.size(), event).receipt());
    }
    return new Appended.Durable(receipts);
  }

  @Override
  public Appended append(Precondition precondition, List<AuditEvent> events) {
    return real.append(precondition, events);
  }

  @Override
  public Optional<String> residesIn() {
    return real.residesIn();
  }

  @Override
  public String origin() {
    return real.origin();
  }

  @Override
  public Optional<String> cluster() {
    return real.cluster();
  }

  @Override
  public List<AuditRecord> read(AuditQuery query) {
    return real.read(query);
  }

  @Override
  public Optional<AuditRecord> first(String requestId) {
    return real.first(requestId);
  }

  @Override
  public ControlStatus controlStatus() {
    return real.controlStatus();
  }

  @Override
  public Verification verify() {
    return real.verify();
  }

  @Override
  public void close() {
    real.close();
  }
}
