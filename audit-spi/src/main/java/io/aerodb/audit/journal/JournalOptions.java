package io.aerodb.audit.journal;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.journal.disk.Disk;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.immutables.value.Value;

/**
 * How a journal is opened for writing. Nothing here changes what a record is.
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface JournalOptions permits ImmutableJournalOptions {
  /** Smallest legal {@link #segmentBytes()}. */
  long MIN_SEGMENT_BYTES = 1024;

  /** Largest legal {@link #segmentBytes()}: 1 GiB. */
  long MAX_SEGMENT_BYTES = 1L << 30;

  /**
   * The name of the log, 1 to 500 characters. A new journal takes it, or {@code aerodb-journal/} and 128 random bits;
   * one that is there already and has another is not opened.
   */
  Optional<String> origin();

  /**
   * The cluster in whose storage the directory lies, if it lies in one; answered by
   * {@link io.aerodb.audit.AuditLog#residesIn()} (AU-13).
   */
  Optional<String> residesIn();

  /**
   * A new segment is begun before one grows beyond this many bytes, 1,024 to 2^30; 64 MiB unless given. A batch is
   * never divided.
   */
  @Value.Default
  default long segmentBytes() {
    return 64L << 20;
  }

  /** Where a new journal's name comes from; a {@link SecureRandom} unless given. */
  @Value.Default
  default RandomGenerator random() {
    return new SecureRandom();
  }

  /** The file system; that of this machine unless given. */
  @Value.Default
  default Disk disk() {
    return Disk.local();
  }

  @Value.Check
  default void check() {
    if (segmentBytes() < MIN_SEGMENT_BYTES || segmentBytes() > MAX_SEGMENT_BYTES) {
      throw new IllegalArgumentException(
          "segmentBytes is " + segmentBytes() + " but must be from " + MIN_SEGMENT_BYTES + " to " + MAX_SEGMENT_BYTES);
    }
    origin().ifPresent(AuditRecord::requireOrigin);
  }

  /** What is used when nothing is given. */
  static JournalOptions defaults() {
    return builder().build();
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableJournalOptions.Builder {
    Builder() {}
  }
}
