package io.aerodb.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Which records are wanted; what is left out does not restrict. The answer is in sequence order and bounded; the next
 * page starts after the last sequence of this one.
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface AuditQuery permits ImmutableAuditQuery {
  /** Largest legal {@link #limit()}. */
  int MAX_LIMIT = 10_000;

  /** Only records of this request, its duplicates included. */
  Optional<String> requestId();

  /** Only records of this operator. */
  Optional<String> operator();

  /** Only these stages; empty means every stage. */
  Set<Stage> stages();

  /** Only records whose time is not before this. */
  Optional<Instant> from();

  /** Only records whose time is before this. */
  Optional<Instant> until();

  /** Only records after this sequence; 0 or more, 0 unless given. */
  @Value.Default
  default long after() {
    return 0;
  }

  /** At most this many records, 1 to 10,000; 1,000 unless given. */
  @Value.Default
  default int limit() {
    return 1000;
  }

  /** Whether a record is wanted; {@link #limit()} aside. */
  default boolean wants(AuditRecord record) {
    AuditEvent event = record.event();
    return record.sequence() > after()
        && requestId().map(id -> event.requestId().equals(Optional.of(id))).orElse(true)
        && operator().map(name -> event.operator().equals(Optional.of(name))).orElse(true)
        && (stages().isEmpty() || stages().contains(event.stage()))
        && from().map(t -> !event.time().isBefore(t)).orElse(true)
        && until().map(t -> event.time().isBefore(t)).orElse(true);
  }

  @Value.Check
  default void check() {
    if (after() < 0 || limit() < 1 || limit() > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "query has after " + after() + " and limit " + limit() + " but must have after 0 or more and limit 1 to "
              + MAX_LIMIT);
    }
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableAuditQuery.Builder {
    Builder() {}
  }
}
