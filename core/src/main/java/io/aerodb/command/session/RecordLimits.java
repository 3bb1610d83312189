package io.aerodb.command.session;

import io.aerodb.audit.json.Json;
import io.aerodb.audit.merkle.Sha256;
import io.aerodb.command.error.CommandError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Keeps what goes into one record within what one line can hold. What is too large is held as its length and SHA-256.
 */
final class RecordLimits {
  static final int INPUT = 16_384;
  static final int ERRORS = 6_144;
  static final int GIVEN = 4_096;
  static final int READING = 4_096;
  static final int SUMMARY = 4_096;
  static final int RESPONSE = 32_768;
  private static final int OMISSION = 64;

  private RecordLimits() {}

  /** The value, or its length and hash when its canonical form is over {@code max} bytes. */
  static Json value(Json value, int max) {
    byte[] bytes = value.bytes();
    return bytes.length <= max ? value : hashed(bytes, bytes.length);
  }

  /**
   * The text verbatim; or its length in characters and the hash of its UTF-16 when it is too long, or can't stand in a
   * record.
   */
  static Json text(String text, int max) {
    boolean encodable = text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (encodable && text.length() <= max && new Json.Str(text).bytes().length <= max) {
      return new Json.Str(text);
    }
    return hashed(utf16(text), text.length());
  }

  /** Big-endian UTF-16, code unit by code unit: no encoder that would replace a lone surrogate. */
  private static byte[] utf16(String text) {
    byte[] bytes = new byte[text.length() * 2];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) (text.charAt(i) >>> 8);
      bytes[2 * i + 1] = (byte) text.charAt(i);
    }
    return bytes;
  }

  /**
   * All errors whole; or, when that is too large, as many as fit by code, length and hash, and how many were left out.
   */
  static Json.Arr errors(List<CommandError> errors) {
    var whole = new Json.Arr(errors.stream().map(e -> (Json) e.json()).toList());
    if (whole.bytes().length <= ERRORS) {
      return whole;
    }
    var shortened = new ArrayList<Json>();
    int left = ERRORS - OMISSION;
    for (CommandError error : errors) {
      byte[] bytes = error.json().bytes();
      Json.Obj item =
          Json.object().put("code", error.wireCode()).put("kind", error.code().name()).put("length", bytes.length)
              .put("sha256", sha256(bytes)).build();
      left -= item.bytes().length + 1;
      if (left < 0) {
        shortened.add(Json.object().put("omitted", errors.size() - shortened.size()).build());
        break;
      }
      shortened.add(item);
    }
    return new Json.Arr(shortened);
  }

  /** A result as length, hash and the beginning of its canonical form. */
  static Json.Obj result(Json.Obj result) {
    byte[] bytes = result.bytes();
    String canonical = result.canonical();
    int end = Math.min(canonical.length(), SUMMARY);
    while (end > 0 && (canonical.substring(0, end).getBytes(StandardCharsets.UTF_8).length > SUMMARY
        || Character.isHighSurrogate(canonical.charAt(end - 1)))) {
      end--;
    }
    return Json.object().put("length", bytes.length).put("sha256", sha256(bytes))
        .put("summary", canonical.substring(0, end)).build();
  }

  private static Json.Obj hashed(byte[] bytes, int length) {
    return Json.object().put("length", length).put("sha256", sha256(bytes)).build();
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.of(bytes));
  }
}
