package io.aerodb.audit.json;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JSON that records are made of: strings without lone surrogates, integers within ±(2^53−1), booleans, arrays and
 * objects. There is no {@code null} (absent means left out) and no floating point, so that one value has one encoding:
 * {@link #canonical()} is RFC 8785.
 *
 * @since 0.1
 */
public sealed interface Json {
  /** How deep a text may be nested to be read: 64 levels. */
  int MAX_DEPTH = 64;

  /**
   * A string.
   *
   * @param value without lone surrogates
   */
  record Str(String value) implements Json {
    public Str {
      for (int i = 0; i < requireNonNull(value, "value").length(); i++) {
        if (Character.isHighSurrogate(value.charAt(i)) && i + 1 < value.length()
            && Character.isLowSurrogate(value.charAt(i + 1))) {
          i++;
        } else if (Character.isSurrogate(value.charAt(i))) {
          throw new IllegalArgumentException(
              "string has a lone surrogate at index " + i + "; a record can't carry one");
        }
      }
    }
  }

  /**
   * An integer.
   *
   * @param value within ±(2^53−1)
   */
  record Int(long value) implements Json {
    /** Largest integer that every JSON reader keeps exactly. */
    public static final long MAX = (1L << 53) - 1;

    public Int {
      if (value < -MAX || value > MAX) {
        throw new IllegalArgumentException("integer is " + value + " but must be within ±(2^53−1)");
      }
    }
  }

  /**
   * A boolean.
   *
   * @param value it
   */
  record Bool(boolean value) implements Json {}

  /**
   * An array.
   *
   * @param items in order
   */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }

    /** An array of strings. */
    public static Arr ofStrings(Iterable<String> values) {
      var items = new ArrayList<Json>();
      values.forEach(v -> items.add(new Str(v)));
      return new Arr(items);
    }
  }

  /**
   * An object.
   *
   * @param members by name, in the order of UTF-16 code units
   */
  record Obj(SortedMap<String, Json> members) implements Json {
    /** The object without members. */
    public static final Obj EMPTY = new Obj(new TreeMap<>());

    public Obj {
      members.keySet().forEach(Str::new);
      // A copy of a foreign SortedMap would keep its comparator; the canonical order is the natural one.
      members = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(members)));
    }

    /** The member of that name, if there is one. */
    public Optional<Json> get(String name) {
      return Optional.ofNullable(members.get(name));
    }

    /** The string of that name, if there is a member of that name and it is a string. */
    public Optional<String> text(String name) {
      return members.get(name) instanceof Str(String value) ? Optional.of(value) : Optional.empty();
    }

    /** The object of that name, if there is a member of that name and it is an object. */
    public Optional<Obj> object(String name) {
      return members.get(name) instanceof Obj found ? Optional.of(found) : Optional.empty();
    }

    /** The strings in the array of that name; empty when there is none. Items that are not strings are left out. */
    public List<String> texts(String name) {
      return members.get(name) instanceof Arr(List<Json> items)
          ? items.stream().filter(Str.class::isInstance).map(item -> ((Str) item).value()).toList()
          : List.of();
    }
  }

  /** Starts an object. */
  static ObjectBuilder object() {
    return new ObjectBuilder();
  }

  /** The one encoding of this value: RFC 8785, without a line feed. */
  default String canonical() {
    return JsonWriter.canonical(this);
  }

  /** {@link #canonical()} in UTF-8. */
  default byte[] bytes() {
    return canonical().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads one JSON value. Strict: no {@code null}, no fraction or exponent, no name twice in an object, nothing after
   * the value, no lone surrogate, at most 64 levels deep and 1 MiB long.
   *
   * @throws JsonFormatException that says where and what, never quoting more than 40 characters of the text
   */
  static Json parse(String text) {
    return JsonReader.parse(text);
  }

  /** Collects the members of an object; a name given twice is our bug and throws. */
  final class ObjectBuilder {
    private final TreeMap<String, Json> members = new TreeMap<>();

    private ObjectBuilder() {}

    public ObjectBuilder put(String name, Json value) {
      if (members.putIfAbsent(requireNonNull(name, "name"), requireNonNull(value, name)) != null) {
        throw new IllegalStateException("member '" + name + "' is there already");
      }
      return this;
    }

    public ObjectBuilder put(String name, String value) {
      return put(name, new Str(value));
    }

    public ObjectBuilder put(String name, long value) {
      return put(name, new Int(value));
    }

    public ObjectBuilder put(String name, boolean value) {
      return put(name, new Bool(value));
    }

    /** Puts the member if there is a value; absent means left out. */
    public ObjectBuilder putText(String name, Optional<String> value) {
      value.ifPresent(v -> put(name, v));
      return this;
    }

    public Obj build() {
      return new Obj(members);
    }
  }
}
