package io.aerodb.sim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of one file as text: lines {@code key=value} in the order of their keys, with line breaks in values
 * escaped. Equal content, equal bytes.
 */
final class Fields {
  private final SortedMap<String, String> values = new TreeMap<>();
  private final String origin;

  private Fields(String origin) {
    this.origin = origin;
  }

  static Fields empty() {
    return new Fields("new content");
  }

  static Fields parse(String origin, byte[] content) {
    Fields fields = new Fields(origin);
    for (String line : new String(content, UTF_8).split("\n", -1)) {
      if (!line.isEmpty()) {
        int equals = line.indexOf('=');
        if (equals < 1) {
          throw fields.broken("line '" + line + "'", "key=value");
        }
        fields.values.put(line.substring(0, equals), unescape(line.substring(equals + 1)));
      }
    }
    return fields;
  }

  Fields put(String key, Object value) {
    values.put(key, value.toString());
    return this;
  }

  Fields put(String key, Optional<?> value) {
    value.ifPresent(present -> put(key, present));
    return this;
  }

  /** Puts in all of another's fields, each key after a prefix. */
  Fields putAll(String prefix, Fields other) {
    other.values.forEach((key, value) -> values.put(prefix + key, value));
    return this;
  }

  /** The fields whose keys start with a prefix, without it. */
  Fields part(String prefix) {
    Fields part = new Fields(origin + " (" + prefix + ")");
    for (Map.Entry<String, String> entry : values.tailMap(prefix).entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        break;
      }
      part.values.put(entry.getKey().substring(prefix.length()), entry.getValue());
    }
    return part;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  String text(String key) {
    return optional(key).orElseThrow(() -> broken("nothing under '" + key + "'", "a value"));
  }

  Optional<String> optional(String key) {
    return Optional.ofNullable(values.get(key));
  }

  long number(String key) {
    return Long.parseLong(text(key));
  }

  byte[] content() {
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append(key).append('=').append(escape(value)).append('\n'));
    return text.toString().getBytes(UTF_8);
  }

  private IllegalArgumentException broken(String found, String legal) {
    return new IllegalArgumentException(origin + " holds " + found + " but must hold " + legal);
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescape(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char here = value.charAt(i);
      if (here == '\\' && i + 1 < value.length()) {
        i++;
        char next = value.charAt(i);
        text.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        text.append(here);
      }
    }
    return text.toString();
  }
}
