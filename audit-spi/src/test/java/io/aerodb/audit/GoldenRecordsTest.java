package io.aerodb.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.freeze.claims.Covers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Compares record lines and leaf hashes with frozen ones: if they differ, older records can't be read or proved any
 * more. There is no switch that writes the files anew.
 */
class GoldenRecordsTest {
  @Test
  @Covers("CM-2.3")
  void every_line_and_leaf_hash_is_the_frozen_one() throws IOException {
    List<String> lines = resource("golden-records-v1.jsonl");
    List<String> leaves = resource("golden-leaves-v1.txt");
    List<AuditEvent> events = GoldenRecords.events();

    assertThat(lines).hasSameSizeAs(events);
    assertThat(leaves).hasSameSizeAs(events);
    for (int i = 0; i < events.size(); i++) {
      AuditRecord record = AuditRecord.of(GoldenRecords.ORIGIN, i + 1, events.get(i));
      assertThat(record.toString()).isEqualTo(lines.get(i));
      assertThat(HexFormat.of().formatHex(record.leafHash())).isEqualTo(leaves.get(i));
    }
  }

  @Test
  void every_frozen_line_is_read_back_as_the_event_it_came_from() throws IOException {
    List<String> lines = resource("golden-records-v1.jsonl");

    for (int i = 0; i < lines.size(); i++) {
      AuditRecord record = AuditRecord.parse(lines.get(i).getBytes(StandardCharsets.UTF_8));
      assertThat(record.event()).isEqualTo(GoldenRecords.events().get(i));
      assertThat(record.sequence()).isEqualTo(i + 1);
      assertThat(record.origin()).isEqualTo(GoldenRecords.ORIGIN);
    }
  }

  @Test
  void there_is_a_frozen_line_for_every_stage() throws IOException {
    List<String> lines = resource("golden-records-v1.jsonl");

    assertThat(Stage.values())
        .allSatisfy(stage -> assertThat(lines).anyMatch(line -> line.contains("\"stage\":\"" + stage.label() + "\"")));
  }

  private static List<String> resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(GoldenRecordsTest.class.getResourceAsStream(name), name)) {
      return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
    }
  }
}
