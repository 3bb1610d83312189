package io.aerodb.audit;

import io.aerodb.audit.json.Json;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is to be recorded, before a log has given it a sequence number. {@link #line(String, long)} is the only encoder
 * there is, so that identical events give identical lines whatever the backend and however they were batched (AU-3,
 * CM-2.3).
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface AuditEvent permits ImmutableAuditEvent {
  /** Longest line in bytes, without its line feed. */
  int MAX_LINE_BYTES = 65_535;
  /** Longest operator, session, origin, clock and authority text in characters. */
  int MAX_TEXT = 500;
  /** The member of {@link #command()} that holds its arguments, an object. */
  String COMMAND_ARGUMENTS = "arguments";
  /** The member of {@link #command()} that holds its name. */
  String COMMAND_NAME = "name";

  Stage stage();

  /**
   * Matches {@code [A-Za-z0-9][A-Za-z0-9._-]{0,63}}; absent only for a {@link Stage#REJECTED} whose input had no usable
   * id.
   */
  Optional<String> requestId();

  /** The reading of {@link #clock()} at this stage. Order is by sequence, never by this (AU-4). */
  Instant time();

  /** Which clock was read, 1 to 500 characters. */
  String clock();

  /** The cluster the request is about; the same charset as a request id. */
  String cluster();

  /** The session the request came in, 1 to 500 characters. */
  String session();

  /** Who asked, 1 to 500 characters; absent only when the input named nobody usable. */
  Optional<String> operator();

  /** The authority that was used, 1 to 500 characters; absent exactly when {@link #operator()} is. */
  Optional<String> authority();

  /** Name and all arguments: {@code {"arguments":{…},"name":"…"}}; absent only where the input could not be read. */
  Optional<Json.Obj> command();

  /** Whether the command changes who is primary. A log needs to know nothing else of a command. */
  boolean control();

  /** What this stage adds; has at least {@link Stage#requiredMembers()}. */
  Json.Obj body();

  @Value.Check
  default void check() {
    EventChecks.check(this);
  }

  /**
   * The line that records this event, in UTF-8, without a line feed.
   *
   * @param origin the log that records it
   * @param sequence its place in that log, 1 to 2^53-1
   * @throws IllegalArgumentException when it is longer than {@link #MAX_LINE_BYTES}
   */
  default byte[] line(String origin, long sequence) {
    return RecordLine.encode(this, origin, sequence);
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableAuditEvent.Builder {
    Builder() {}
  }
}
