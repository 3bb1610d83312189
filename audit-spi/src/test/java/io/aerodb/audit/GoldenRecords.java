package io.aerodb.audit;

import io.aerodb.audit.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events whose record lines are frozen: one for each stage, then texts that other encoders get wrong. */
final class GoldenRecords {
  static final String ORIGIN = "aerodb-journal/00112233445566778899aabbccddeeff";

  private GoldenRecords() {}

  static List<AuditEvent> events() {
    var events = new ArrayList<AuditEvent>();
    for (Stage stage : Stage.values()) {
      boolean control = stage != Stage.NOT_ANSWERED;
      events.add(Events.builder(stage, "r-" + stage.label(), control).build());
    }
    events.add(Events.unreadable());
    events.add(text("escapes \b\t\n\f\r\"\\/\u0000\u001f\u007f\u2028\u2029 and no others"));
    events.add(
        text("astral \ud83d\ude00\ud834\udd1e, combining e\u0301, right-to-left \u202e\u05d0, byte order mark \ufeff"));
    events.add(text("{\"commit\":{\"crc\":\"00000000\",\"first\":9,\"last\":9},\"zcrc\":\"00000000\"}\n"));
    events.add(names());
    events.add(numbers());
    return events;
  }

  private static AuditEvent text(String text) {
    return AuditEvent.builder()
        .stage(Stage.REJECTED)
        .time(Instant.EPOCH)
        .clock("clock " + text)
        .cluster("c.1_A-z")
        .session(text)
        .operator("o")
        .authority("a")
        .requestId("r")
        .control(false)
        .body(Json.object().put("errors", text).put("execution", "NOT_EXECUTED").put(text, text).build())
        .build();
  }

  // RFC 8785 sorts by UTF-16 code unit: an astral name stands before one from the private use area.
  private static AuditEvent names() {
    Json.Obj body =
        Json.object()
            .put("confirmation", true)
            .put("\ue000", 1)
            .put("\ud83d\ude00", 2)
            .put("\u00f6", 3)
            .put("z", 4)
            .put("A", 5)
            .put("", 6)
            .put("\r", 7)
            .put("1", 8)
            .put("10", 9)
            .put("2", new Json.Arr(List.of(Json.Obj.EMPTY, new Json.Arr(List.of()))))
            .build();
    return Events.plain(Stage.REQUESTED, false).requestId("r-names").body(body).build();
  }

  private static AuditEvent numbers() {
    Json.Obj body = Json.object().put("confirmation", 0).put("max", Json.Int.MAX).put("min", -Json.Int.MAX)
        .put("no", false).build();
    return Events.plain(Stage.REQUESTED, false).requestId("r-numbers").body(body).build();
  }
}
