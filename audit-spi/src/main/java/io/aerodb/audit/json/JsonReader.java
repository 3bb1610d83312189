package io.aerodb.audit.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads {@link Json} strictly. The tokens come from Jackson, every word of a message from here, so that messages never
 * change with it.
 */
final class JsonReader {
  static final int MAX_BYTES = 1 << 20;

  // Names of foreign input are neither interned nor kept in a shared table: what one caller sends must cost the next
  // one nothing.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(Json.MAX_DEPTH + 1).maxNameLength(MAX_BYTES)
                  .maxStringLength(MAX_BYTES).build())
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static Json parse(String text) {
    if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new JsonFormatException("text is longer than " + MAX_BYTES + " bytes, the most that is read");
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new JsonReader(parser).document();
    }
  }

  private Json document() {
    Json value = value(next(), 1);
    if (next() != null) {
      throw wrong("something follows the value");
    }
    return value;
  }

  private Json value(@Nullable JsonToken token, int depth) {
    if (token == null) {
      throw wrong("the text ends where a value must stand");
    }
    if (depth > Json.MAX_DEPTH) {
      throw wrong("nested deeper than " + Json.MAX_DEPTH + " levels");
    }
    return switch (token) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case VALUE_STRING -> text(read(parser::getString));
      case VALUE_NUMBER_INT -> integer();
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NUMBER_FLOAT ->
          throw wrong("number is " + JsonFormatException.quoted(read(parser::getString))
              + " but must be an integer without exponent");
      case VALUE_NULL -> throw wrong("value is null; what is absent must be left out");
      default -> throw wrong("a value must stand here");
    };
  }

  private Json.Obj object(int depth) {
    var members = new TreeMap<String, Json>();
    for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
      String name = text(read(parser::currentName)).value();
      if (members.containsKey(name)) {
        throw wrong("name " + JsonFormatException.quoted(name) + " stands twice in one object");
      }
      members.put(name, value(next(), depth + 1));
    }
    return new Json.Obj(members);
  }

  private Json.Arr array(int depth) {
    var items = new ArrayList<Json>();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      items.add(value(token, depth + 1));
    }
    return new Json.Arr(items);
  }

  private Json.Int integer() {
    String digits = read(parser::getString);
    try {
      return new Json.Int(Long.parseLong(digits));
    } catch (IllegalArgumentException e) {
      throw wrong("integer is " + JsonFormatException.quoted(digits) + " but must be within ±(2^53−1)");
    }
  }

  private Json.Str text(String value) {
    try {
      return new Json.Str(value);
    } catch (IllegalArgumentException e) {
      throw wrong("string has a lone surrogate");
    }
  }

  private @Nullable JsonToken next() {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      throw wrong("not JSON");
    }
  }

  // Jackson decodes lazily, so that asking for a token's text may fail as well.
  private String read(Supplier<String> part) {
    try {
      return part.get();
    } catch (JacksonException e) {
      throw wrong("not JSON");
    }
  }

  private JsonFormatException wrong(String what) {
    return new JsonFormatException("character " + Math.max(0, parser.currentLocation().getCharOffset()) + ": " + what);
  }
}
