package io.aerodb.testkit.arbitraries;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.Precondition;
import java.util.List;

/**
 * The arguments of one call of {@link io.aerodb.audit.AuditLog#append}, as a control plane makes it.
 *
 * @param precondition what must hold
 * @param events what is recorded, all of one time
 * @since 0.1
 */
public record Append(Precondition precondition, List<AuditEvent> events) {
  public Append {
    events = List.copyOf(events);
  }
}
