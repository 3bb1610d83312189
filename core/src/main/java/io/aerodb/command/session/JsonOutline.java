package io.aerodb.command.session;

import io.aerodb.audit.json.Json;
import io.aerodb.command.error.SafeText;
import java.util.List;
import java.util.Map;

/** A JSON value as indented lines, every text escaped. */
final class JsonOutline {
  private final StringBuilder text = new StringBuilder();

  private JsonOutline() {}

  static String of(Json.Obj value) {
    var outline = new JsonOutline();
    outline.members(value, "  ");
    return outline.text.toString();
  }

  private void members(Json.Obj value, String indent) {
    for (Map.Entry<String, Json> member : value.members().entrySet()) {
      text.append(indent).append(SafeText.escape(member.getKey())).append(':');
      value(member.getValue(), indent);
    }
  }

  private void value(Json value, String indent) {
    switch (value) {
      case Json.Str(String s) -> text.append(' ').append(SafeText.escape(s)).append('\n');
      case Json.Int i -> text.append(' ').append(i.value()).append('\n');
      case Json.Bool b -> text.append(' ').append(b.value() ? "yes" : "no").append('\n');
      case Json.Arr(List<Json> items) when items.isEmpty() -> text.append(" none\n");
      case Json.Arr(List<Json> items) -> {
        text.append('\n');
        items.forEach(item -> {
          text.append(indent).append("  -");
          value(item, indent + "  ");
        });
      }
      case Json.Obj object -> {
        text.append('\n');
        members(object, indent + "  ");
      }
    }
  }
}
