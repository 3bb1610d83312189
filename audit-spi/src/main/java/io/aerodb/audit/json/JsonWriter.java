package io.aerodb.audit.json;

import java.util.HexFormat;
import java.util.Map;

/**
 * Writes RFC 8785 for the kinds of {@link Json}. What is left of that standard for them: the order of names, and how
 * strings are escaped.
 */
final class JsonWriter {
  private static final HexFormat HEX = HexFormat.of();

  private JsonWriter() {}

  static String canonical(Json value) {
    var out = new StringBuilder(256);
    write(value, out);
    return out.toString();
  }

  private static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Str(String text) -> writeText(text, out);
      case Json.Int(long number) -> out.append(number);
      case Json.Bool(boolean truth) -> out.append(truth);
      case Json.Arr array -> writeItems(array, out);
      case Json.Obj object -> writeMembers(object, out);
    }
  }

  private static void writeItems(Json.Arr array, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Json item : array.items()) {
      out.append(separator);
      write(item, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void writeMembers(Json.Obj object, StringBuilder out) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      out.append(separator);
      writeText(member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u").append(HEX.toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
