package io.aerodb.audit.merkle;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a log held at one time, in 32 bytes: the root of the Merkle tree over its first records. It is evidence only where
 * a copy is kept that whoever writes the log can't reach; how it gets there and who vouches for it is the host's affair.
 *
 * @param origin the log's name, 1 to 500 characters without line feed
 * @param size how many records it covers, 0 or more
 * @param rootHash the root as 64 lower-case hexadecimal digits
 * @since 0.1
 */
public record TreeHead(String origin, long size, String rootHash) {
  private static final int MAX_ORIGIN = 500;

  public TreeHead {
    require(!origin.isEmpty() && origin.length() <= MAX_ORIGIN && origin.indexOf('\n') < 0, "origin", origin,
        "hold 1 to " + MAX_ORIGIN + " characters and no line feed");
    require(size >= 0, "size", String.valueOf(size), "be 0 or more");
    require(rootHash.matches("[0-9a-f]{64}"), "root hash", rootHash, "be 64 lower-case hexadecimal digits");
  }

  /**
   * The head of everything that is durable in a trail now. Reads all of it.
   *
   * @throws io.aerodb.audit.AuditUnreadableException when the trail can't be read
   * @throws IllegalArgumentException when what is read is no log: a sequence is missing, or a record is of another origin
   */
  public static TreeHead of(AuditTrail trail) {
    var reading = new Reading(trail);
    Optional<String> broken = reading.upTo(Long.MAX_VALUE);
    if (broken.isPresent()) {
      throw new IllegalArgumentException("trail is '" + trail.origin() + "' but must be whole: " + broken.get());
    }
    return new TreeHead(trail.origin(), reading.hash.leaves(), HexFormat.of().formatHex(reading.hash.root()));
  }

  /**
   * Holds this head against a trail. Reads all of it, and believes nothing that the log says of itself.
   *
   * @param trail the log that this head is trusted to be of, or a copy of it
   * @return whether the records that it covers are the very ones that it was taken of (AU-8)
   * @throws io.aerodb.audit.AuditUnreadableException when the trail can't be read
   */
  public HeadCheck check(AuditTrail trail) {
    if (!trail.origin().equals(origin)) {
      return new HeadCheck.Contradicted("the head is of log '" + origin + "' and this is log '" + trail.origin() + "'");
    }
    var reading = new Reading(trail);
    Optional<String> broken = reading.upTo(size);
    if (broken.isPresent()) {
      return new HeadCheck.Contradicted(broken.get());
    }
    if (reading.hash.leaves() < size) {
      return new HeadCheck.Contradicted(
          "the head covers " + size + " records and the log holds " + reading.hash.leaves());
    }
    if (!HexFormat.of().formatHex(reading.hash.root()).equals(rootHash)) {
      return new HeadCheck.Contradicted("records 1 to " + size + " are not those that the head was taken of");
    }
    return new HeadCheck.Authentic(size, reading.beyond());
  }

  /**
   * This as text, to be kept: the origin, the size, the root in Base64, a line feed after each. It is what a signed
   * checkpoint of a transparency log signs.
   */
  public String text() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(rootHash)) + "\n";
  }

  /**
   * Reads {@link #text()} back; nothing else is read.
   *
   * @throws IllegalArgumentException that names what is wrong and what is legal
   */
  public static TreeHead parse(String text) {
    String[] lines = text.split("\n", -1);
    require(lines.length == 4 && lines[3].isEmpty(), "head", text, "be three lines that end in a line feed");
    require(lines[1].matches("0|[1-9][0-9]{0,17}"), "size", lines[1], "be a number without sign and leading zeros");
    require(lines[2].matches("[A-Za-z0-9+/]{43}="), "root hash", lines[2], "be 32 bytes in Base64");
    byte[] root = Base64.getDecoder().decode(lines[2]);
    TreeHead head = new TreeHead(lines[0], Long.parseLong(lines[1]), HexFormat.of().formatHex(root));
    require(head.text().equals(text), "root hash", lines[2], "have no bits beyond its 32 bytes");
    return head;
  }

  private static void require(boolean holds, String field, String value, String legal) {
    if (!holds) {
      throw new IllegalArgumentException(field + " is '" + value + "' but must " + legal);
    }
  }

  /** A trail, record by record, as it is read and not as it says that it is. */
  private static final class Reading {
    private final AuditTrail trail;
    private final TreeHash hash = new TreeHash();
    private long last;

    Reading(AuditTrail trail) {
      this.trail = requireNonNull(trail, "trail");
    }

    /** Hashes records up to that one, or as many as there are; what is no log is answered in words. */
    Optional<String> upTo(long size) {
      List<AuditRecord> page;
      do {
        page = page(size - last);
        for (AuditRecord record : page) {
          if (record.sequence() != last + 1 || !record.origin().equals(trail.origin())) {
            return Optional.of("in the place of record " + (last + 1) + " stands record " + record.sequence()
                + " of log '" + record.origin() + "'");
          }
          hash.add(record.leafHash());
          last++;
        }
      } while (!page.isEmpty());
      return Optional.empty();
    }

    /** How many records follow those that were hashed. What they say of their own place is not believed. */
    long beyond() {
      long covered = last;
      for (List<AuditRecord> page = page(Long.MAX_VALUE); !page.isEmpty(); page = page(Long.MAX_VALUE)) {
        last += page.size();
      }
      return last - covered;
    }

    private List<AuditRecord> page(long most) {
      int limit = (int) Math.min(most, AuditQuery.MAX_LIMIT);
      return limit == 0 ? List.of() : trail.read(AuditQuery.builder().after(last).limit(limit).build());
    }
  }
}
