package io.aerodb.testkit.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.Verification;
import io.aerodb.audit.json.Json;
import io.aerodb.audit.store.MemoryAuditLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Properties of records and trails: each record is one line that reads back as itself, and a log takes each trail. */
@Domain(CommandDomain.class)
class AuditPropertyTest {
  @Property(tries = 200)
  void json_reads_back_as_itself(@ForAll Json json) {
    assertThat(Json.parse(json.canonical())).isEqualTo(json);
    assertThat(Json.parse(json.canonical()).canonical()).isEqualTo(json.canonical());
  }

  @Property(tries = 300)
  void a_record_reads_back_as_itself(@ForAll AuditRecord record) {
    AuditRecord again = AuditRecord.parse(record.line());

    assertThat(again).isEqualTo(record);
    assertThat(again.event()).isEqualTo(record.event());
    assertThat(again.receipt()).isEqualTo(record.receipt());
  }

  @Property(tries = 100)
  void a_line_is_canonical_json_and_holds_no_line_feed(@ForAll AuditRecord record) {
    String line = new String(record.line(), StandardCharsets.UTF_8);

    assertThat(Json.parse(line).canonical()).isEqualTo(line);
    assertThat(line).doesNotContain("\n");
  }

  @Property(tries = 100)
  void equal_events_have_equal_lines(@ForAll AuditEvent event) {
    assertThat(event.line("log", 1)).isEqualTo(AuditRecord.of("log", 1, event).line());
  }

  @Property(tries = 200)
  void a_log_takes_every_append_of_a_trail(@ForAll List<Append> appends) {
    try (var log = MemoryAuditLog.of("log")) {
      for (Append append : appends) {
        assertThat(log.append(append.precondition(), append.events())).isInstanceOf(Appended.Durable.class);
      }

      List<AuditRecord> held = log.read(AuditQuery.builder().build());
      assertThat(held).extracting(AuditRecord::event)
          .isEqualTo(appends.stream().flatMap(append -> append.events().stream()).toList());
      assertThat(log.verify()).isEqualTo(new Verification.Consistent(held.size()));
    }
  }

  @Property(tries = 100)
  void a_trail_is_gapless_and_of_one_log(@ForAll List<AuditRecord> trail) {
    assertThat(trail).isNotEmpty();
    for (int i = 0; i < trail.size(); i++) {
      assertThat(trail.get(i).sequence()).isEqualTo(i + 1L);
      assertThat(trail.get(i).origin()).isEqualTo(trail.getFirst().origin());
      assertThat(trail.get(i).event().cluster()).isEqualTo(trail.getFirst().event().cluster());
    }
  }

  @Property(tries = 100)
  void a_control_status_names_each_request_once(@ForAll ControlStatus controlStatus) {
    assertThat(controlStatus.unresolved()).allMatch(request -> request.dispatched().event().control());
    assertThat(controlStatus.unresolved()).extracting(request -> request.requestId()).doesNotHaveDuplicates();
  }
}
