package io.aerodb.audit.journal.segment;

import io.aerodb.audit.json.Json;
import io.aerodb.audit.json.JsonFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The line that closes a batch.
 *
 * @param first sequence of the batch's first record
 * @param last sequence of its last record
 * @param crc CRC-32C over the batch's lines, line feeds included
 */
public record CommitLine(long first, long last, int crc) {
  /** No record line begins like this. */
  static final byte[] START = "{\"commit\":{".getBytes(StandardCharsets.US_ASCII);

  /** No commit line is longer. */
  public static final int MAX_BYTES = 160;

  /** The line without its line feed. */
  public byte[] bytes() {
    Json.Obj commit = Json.object().put("crc", hex(crc)).put("first", first).put("last", last).build();
    String whole = Json.object().put("commit", commit).build().canonical();
    String covered = whole.substring(0, whole.length() - 1);
    return (covered + ",\"zcrc\":\"" + hex(crcOf(covered)) + "\"}").getBytes(StandardCharsets.US_ASCII);
  }

  static boolean startsHere(byte[] line) {
    return line.length >= START.length && Arrays.equals(line, 0, START.length, START, 0, START.length);
  }

  /** Reads a line back; empty when it is not whole. */
  static Optional<CommitLine> parse(byte[] line) {
    if (line.length > MAX_BYTES || !startsHere(line)) {
      return Optional.empty();
    }
    try {
      Optional<CommitLine> found =
          Json.parse(new String(line, StandardCharsets.ISO_8859_1)) instanceof Json.Obj whole
              ? whole.object("commit").flatMap(CommitLine::of)
              : Optional.empty();
      return found.filter(commit -> Arrays.equals(commit.bytes(), line));
    } catch (JsonFormatException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<CommitLine> of(Json.Obj commit) {
    return commit.get("first").orElse(null) instanceof Json.Int(long first)
        && commit.get("last").orElse(null) instanceof Json.Int(long last)
        && commit.text("crc").isPresent()
            ? Optional.of(new CommitLine(first, last, HexFormat.fromHexDigits(commit.text("crc").get())))
            : Optional.empty();
  }

  private static int crcOf(String text) {
    var crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return (int) crc.getValue();
  }

  private static String hex(int crc) {
    return HexFormat.of().toHexDigits(crc);
  }
}
