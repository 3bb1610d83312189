package io.aerodb.audit;

import io.aerodb.audit.json.Json;
import io.aerodb.audit.json.JsonFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The line of a record: one JSON object in RFC 8785 form with the members
 * {@code authority body clock cluster command control operator origin request seq session stage time v zcrc}, those
 * that are absent left out. {@code zcrc} sorts last and is a CRC-32C, in 8 lower-case hexadecimal digits, of all that
 * stands before its comma: it finds damage, and proves nothing against a person.
 */
final class RecordLine {
  private static final String AUTHORITY = "authority";
  private static final String BODY = "body";
  private static final String CLOCK = "clock";
  private static final String CLUSTER = "cluster";
  private static final String COMMAND = "command";
  private static final String CONTROL = "control";
  private static final String OPERATOR = "operator";
  private static final String ORIGIN = "origin";
  private static final String REQUEST = "request";
  private static final String SEQ = "seq";
  private static final String SESSION = "session";
  private static final String STAGE = "stage";
  private static final String TIME = "time";
  private static final String V = "v";

  private static final int VERSION = 1;
  private static final String SEAL = ",\"zcrc\":\"";
  private static final int SEAL_BYTES = SEAL.length() + 8 + 2;

  private RecordLine() {}

  /** Makes a record of what a line says; in the hands of {@link AuditRecord} alone. */
  interface Maker {
    AuditRecord make(String origin, long sequence, AuditEvent event, byte[] line);
  }

  static byte[] encode(AuditEvent event, String origin, long sequence) {
    AuditRecord.requireOrigin(origin);
    if (sequence < 1 || sequence > Json.Int.MAX) {
      throw new IllegalArgumentException("sequence is " + sequence + " but must be from 1 to 2^53-1");
    }
    var line = Json.object();
    event.authority().ifPresent(v -> line.put(AUTHORITY, v));
    line.put(BODY, event.body()).put(CLOCK, event.clock()).put(CLUSTER, event.cluster());
    event.command().ifPresent(v -> line.put(COMMAND, v));
    line.put(CONTROL, event.control()).putText(OPERATOR, event.operator()).put(ORIGIN, origin).putText(REQUEST,
        event.requestId());
    line.put(SEQ, sequence).put(SESSION, event.session()).put(STAGE, event.stage().label()).put(TIME,
        event.time().toString());
    byte[] sealed = seal(line.put(V, VERSION).build());
    if (sealed.length > AuditEvent.MAX_LINE_BYTES) {
      throw new IllegalArgumentException(
          "line is " + sealed.length + " bytes but must be at most " + AuditEvent.MAX_LINE_BYTES);
    }
    return sealed;
  }

  static AuditRecord decode(byte[] line, Maker maker) {
    if (line.length > AuditEvent.MAX_LINE_BYTES) {
      throw new JsonFormatException(
          "line is " + line.length + " bytes but must be at most " + AuditEvent.MAX_LINE_BYTES);
    }
    checkSeal(line);
    if (!(Json.parse(utf8(line)) instanceof Json.Obj members)) {
      throw new JsonFormatException("line is not an object");
    }
    if (integer(members, V) != VERSION) {
      throw new JsonFormatException("v is " + integer(members, V) + " but must be " + VERSION);
    }
    String origin = text(members, ORIGIN);
    long sequence = integer(members, SEQ);
    try {
      AuditEvent event = event(members);
      // One value has one encoding: whatever else the line held, or held in another form, shows here.
      if (!Arrays.equals(line, encode(event, origin, sequence))) {
        throw new JsonFormatException("line is not in the one form its record has");
      }
      return maker.make(origin, sequence, event, line);
    } catch (IllegalArgumentException e) {
      throw new JsonFormatException(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] seal(Json.Obj members) {
    byte[] open = members.bytes();
    int covered = open.length - 1;
    byte[] sealed = Arrays.copyOf(open, covered + SEAL_BYTES);
    byte[] tail = (SEAL + crc(open, covered) + "\"}").getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(tail, 0, sealed, covered, SEAL_BYTES);
    return sealed;
  }

  private static void checkSeal(byte[] line) {
    int covered = line.length - SEAL_BYTES;
    if (covered < 1) {
      throw new JsonFormatException("line is too short for a record");
    }
    String expected = SEAL + crc(line, covered) + "\"}";
    if (!new String(line, covered, SEAL_BYTES, StandardCharsets.ISO_8859_1).equals(expected)) {
      throw new JsonFormatException("zcrc is missing or does not fit what stands before it");
    }
  }

  private static String crc(byte[] bytes, int length) {
    var crc = new CRC32C();
    crc.update(bytes, 0, length);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  private static String utf8(byte[] line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonFormatException("line is not UTF-8");
    }
  }

  private static AuditEvent event(Json.Obj members) {
    var event = AuditEvent.builder().stage(stage(text(members, STAGE))).time(time(text(members, TIME)));
    event.clock(text(members, CLOCK)).cluster(text(members, CLUSTER)).session(text(members, SESSION));
    event.requestId(members.text(REQUEST)).operator(members.text(OPERATOR)).authority(members.text(AUTHORITY));
    event.command(members.object(COMMAND));
    event.control(members.get(CONTROL).orElse(null) instanceof Json.Bool(boolean control) && control);
    return event.body(members.object(BODY).orElseThrow(() -> missing(BODY, "an object"))).build();
  }

  private static Stage stage(String label) {
    for (Stage stage : Stage.values()) {
      if (stage.label().equals(label)) {
        return stage;
      }
    }
    throw new JsonFormatException("stage is " + JsonFormatException.quoted(label) + ", which there is none of");
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new JsonFormatException("time is " + JsonFormatException.quoted(text) + ", which is not an instant");
    }
  }

  private static String text(Json.Obj members, String name) {
    return members.text(name).orElseThrow(() -> missing(name, "a string"));
  }

  private static long integer(Json.Obj members, String name) {
    if (members.get(name).orElse(null) instanceof Json.Int(long value)) {
      return value;
    }
    throw missing(name, "an integer");
  }

  private static JsonFormatException missing(String name, String kind) {
    return new JsonFormatException("line has no member '" + name + "' that is " + kind);
  }
}
