package io.aerodb.audit;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.json.JsonFormatException;
import io.aerodb.audit.merkle.LeafHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One record as it stands in a log: an event, the log's origin and its place in it, and the very bytes of its line.
 *
 * @since 0.1
 */
public final class AuditRecord {
  private final String origin;
  private final long sequence;
  private final AuditEvent event;
  private final byte[] line;

  private AuditRecord(String origin, long sequence, AuditEvent event, byte[] line) {
    this.origin = origin;
    this.sequence = sequence;
    this.event = event;
    this.line = line;
  }

  /**
   * Checks the name of a log, wherever one is given.
   *
   * @return the same name
   * @throws IllegalArgumentException unless it has 1 to 500 characters and no lone surrogate
   */
  public static String requireOrigin(String origin) {
    return EventChecks.text("origin", requireNonNull(origin, "origin"));
  }

  /** Records an event at a place in a log. */
  public static AuditRecord of(String origin, long sequence, AuditEvent event) {
    return new AuditRecord(origin, sequence, requireNonNull(event, "event"), event.line(origin, sequence));
  }

  /**
   * Reads a line back. The bytes are kept as they are.
   *
   * @param line without its line feed
   * @throws JsonFormatException when it is not a record: not canonical, a wrong {@code zcrc}, an unknown version, a
   *     missing member
   */
  public static AuditRecord parse(byte[] line) {
    return RecordLine.decode(line.clone(), AuditRecord::new);
  }

  /** The log it stands in. */
  public String origin() {
    return origin;
  }

  /** Its place, from 1 without gaps. */
  public long sequence() {
    return sequence;
  }

  /** What was recorded. */
  public AuditEvent event() {
    return event;
  }

  /** A copy of the line, without its line feed. */
  public byte[] line() {
    return line.clone();
  }

  /** SHA-256(0x00 ‖ line): the leaf of this record in the log's Merkle tree (RFC 6962), 32 bytes. */
  public byte[] leafHash() {
    return LeafHash.of(line);
  }

  /** The proof that it was recorded that an append answers. */
  public Receipt receipt() {
    return new Receipt(origin, sequence, HexFormat.of().formatHex(leafHash()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuditRecord that && Arrays.equals(line, that.line);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(line);
  }

  /** The line itself. */
  @Override
  public String toString() {
    return new String(line, StandardCharsets.UTF_8);
  }
}
