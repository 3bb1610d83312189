package io.aerodb.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.json.Json;
import io.aerodb.audit.json.JsonFormatException;
import io.aerodb.freeze.claims.Covers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** Tests that a record and its line say the same, and what is refused as a line. */
class AuditRecordTest {
  private final AuditRecord record = AuditRecord.of("log-1", 7, Events.read(Stage.REQUESTED, "r-1"));

  @Test
  void a_record_is_equal_to_what_is_parsed_from_its_line() {
    AuditRecord parsed = AuditRecord.parse(record.line());

    assertThat(parsed).isEqualTo(record).hasSameHashCodeAs(record).hasToString(record.toString());
    assertThat(parsed.receipt()).isEqualTo(new Receipt("log-1", 7, HexFormat.of().formatHex(record.leafHash())));
    AuditRecord next = AuditRecord.of("log-1", 8, record.event());
    assertThat(parsed).isNotEqualTo(next).doesNotHaveSameHashCodeAs(next);
  }

  @Test
  void its_bytes_are_nobody_elses() {
    record.line()[0] = 'x';

    assertThat(record.line()[0]).isEqualTo((byte) '{');
  }

  @Test
  @Covers("AU-3")
  void any_flipped_bit_is_found() {
    byte[] line = record.line();
    for (int i = 0; i < line.length * 8; i++) {
      byte[] flipped = line.clone();
      flipped[i / 8] ^= (byte) (1 << (i % 8));
      assertThatThrownBy(() -> AuditRecord.parse(flipped)).isInstanceOf(JsonFormatException.class);
    }
  }

  @Test
  void another_form_of_the_same_values_is_refused_even_with_a_fitting_checksum() {
    refused(line().replace("\"control\":false", "\"control\": false"), "not in the one form");
    refused(line().replace("\"control\":false,", ""), "not in the one form");
    refused(line().replace("\"seq\":7", "\"extra\":1,\"seq\":7"), "not in the one form");
    refused(line().replace("10:00:00.123456789Z", "11:00:00.123456789+01:00"), "not in the one form");
    refused(line().replace("session-1", "session\\u002d1"), "not in the one form");
  }

  @Test
  @Covers("AU-3")
  void what_is_missing_or_unknown_is_named() {
    refused(line().replace("\"v\":1", "\"v\":2"), "v is 2 but must be 1");
    refused(line().replace(",\"v\":1", ""), "line has no member 'v' that is an integer");
    refused(line().replace("\"seq\":7", "\"seq\":\"7\""), "line has no member 'seq' that is an integer");
    refused(line().replace("\"seq\":7", "\"seq\":0"), "sequence is 0 but must be from 1 to 2^53-1");
    refused(line().replace("\"origin\":\"log-1\",", ""), "line has no member 'origin' that is a string");
    refused(line().replace("\"body\":", "\"bodx\":"), "line has no member 'body' that is an object");
    refused(line().replace("\"stage\":\"requested\"", "\"stage\":\"guessed\""),
        "stage is 'guessed', which there is none of");
    refused(line().replace("2026-03-01T", "2026-13-01T"),
        "time is '2026-13-01T10:00:00.123456789Z', which is not an instant");
    refused(line().replace("cluster-1", "cluster 1"),
        "cluster is 'cluster 1' but must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  }

  @Test
  void what_is_no_line_at_all_is_refused() {
    assertThatThrownBy(() -> AuditRecord.parse(new byte[0])).hasMessage("line is too short for a record");
    assertThatThrownBy(() -> AuditRecord.parse(new byte[65_536]))
        .hasMessage("line is 65536 bytes but must be at most 65535");
    assertThatThrownBy(() -> AuditRecord
        .parse("{\"commit\":{\"crc\":\"e9e3b2f1\",\"first\":1,\"last\":1}}".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("zcrc is missing or does not fit what stands before it");
    assertThatThrownBy(() -> AuditRecord.parse(sealed("[1".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(JsonFormatException.class);
    assertThatThrownBy(() -> AuditRecord.parse(sealed("{".getBytes(StandardCharsets.UTF_8))))
        .hasMessageStartingWith("character ");
    byte[] latin = line().replace("ann", "\u00e4nn").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> AuditRecord.parse(sealed(latin))).hasMessage("line is not UTF-8");
  }

  @Test
  void sequence_origin_and_length_have_limits() {
    AuditEvent event = record.event();
    int room = 65_535 - event.line("o", Json.Int.MAX).length;

    assertThat(event.line("o".repeat(500), 1)).hasSizeGreaterThan(500);
    assertThatThrownBy(() -> event.line("", 1)).hasMessage("origin is 0 characters but must hold 1 to 500 characters");
    assertThatThrownBy(() -> event.line("o".repeat(501), 1)).hasMessageStartingWith("origin is 501 characters");
    assertThatThrownBy(() -> event.line("o", 0)).hasMessage("sequence is 0 but must be from 1 to 2^53-1");
    assertThatThrownBy(() -> event.line("o", Json.Int.MAX + 1)).hasMessageStartingWith("sequence is 9007199254740992");
    byte[] longest = padded(room).line("o", Json.Int.MAX);
    assertThat(longest).hasSize(65_535);
    assertThat(AuditRecord.parse(longest).line()).isEqualTo(longest);
    assertThatThrownBy(() -> padded(room + 1).line("o", Json.Int.MAX))
        .hasMessage("line is 65536 bytes but must be at most 65535");
  }

  private AuditEvent padded(int bytes) {
    Json.Obj body = Json.object()
        .put("confirmation", Json.object().put("what", "confirmation" + "x".repeat(bytes)).build()).build();
    return Events.plain(Stage.REQUESTED, false).requestId("r-1").body(body).build();
  }

  // All that stands before the seal.
  private String line() {
    String whole = record.toString();
    return whole.substring(0, whole.indexOf(",\"zcrc\""));
  }

  private static void refused(String open, String message) {
    assertThatThrownBy(() -> AuditRecord.parse(sealed(open.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining(message);
  }

  private static byte[] sealed(byte[] open) {
    var crc = new CRC32C();
    crc.update(open);
    byte[] seal =
        (",\"zcrc\":\"" + HexFormat.of().toHexDigits((int) crc.getValue()) + "\"}").getBytes(StandardCharsets.UTF_8);
    byte[] line = Arrays.copyOf(open, open.length + seal.length);
    System.arraycopy(seal, 0, line, open.length, seal.length);
    return line;
  }
}
