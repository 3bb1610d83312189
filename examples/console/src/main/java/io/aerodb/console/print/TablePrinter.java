package io.aerodb.console.print;

import io.aerodb.audit.json.Json;
import io.aerodb.command.KernelKeys;
import io.aerodb.command.error.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jline.utils.AttributedString;

/** Lays out any JSON value as aligned lines and tables, every text escaped and none cut, however narrow the screen. */
final class TablePrinter {
  private static final String INDENT = "  ";

  private final int width;
  private final UnaryOperator<String> heading;
  private final StringBuilder text = new StringBuilder();
  private String margin = "";

  /**
   * An empty text.
   *
   * @param width columns of the screen; 0 when it has no end
   * @param heading how headings are marked
   */
  TablePrinter(int width, UnaryOperator<String> heading) {
    this.width = width;
    this.heading = heading;
  }

  String text() {
    return text.toString();
  }

  /** Adds an object: what stands alone first, then a table for each array of objects. */
  TablePrinter object(Json.Obj value) {
    var alone = new LinkedHashMap<String, String>();
    var rows = new LinkedHashMap<String, List<Json.Obj>>();
    flatten("", value, alone, rows);
    block(alone);
    rows.forEach(this::objects);
    return this;
  }

  private void objects(String name, List<Json.Obj> rows) {
    text.append(INDENT).append(name).append(":\n");
    var cells = new ArrayList<Map<String, String>>();
    var inner = new LinkedHashMap<String, List<Json.Obj>>();
    for (Json.Obj row : rows) {
      var alone = new LinkedHashMap<String, String>();
      var arrays = new LinkedHashMap<String, List<Json.Obj>>();
      flatten("", row, alone, arrays);
      cells.add(nodeFirst(alone));
      arrays.forEach((array, items) -> inner.put(array + " of " + alone.getOrDefault(KernelKeys.NODE, name), items));
    }
    margin = INDENT;
    table(cells);
    margin = "";
    inner.forEach(this::objects);
  }

  /**
   * Adds a table: the columns are the names in the rows, in the order in which they come up. If it is too wide, the
   * last column goes to a line of its own below each row; if it still is, each row becomes a block.
   */
  TablePrinter table(List<? extends Map<String, String>> rows) {
    var columns = new LinkedHashSet<String>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    SequencedMap<String, Integer> widths = widths(rows, columns);
    if (fits(widths)) {
      rows(rows, widths, Optional.empty());
      return this;
    }
    Map.Entry<String, Integer> last = widths.pollLastEntry();
    if (fits(widths)) {
      rows(rows, widths, Optional.of(last.getKey()));
      return this;
    }
    rows.forEach(row -> {
      block(row);
      text.append('\n');
    });
    return this;
  }

  private static SequencedMap<String, Integer> widths(List<? extends Map<String, String>> rows, Set<String> columns) {
    var widths = new LinkedHashMap<String, Integer>();
    columns.forEach(column -> widths.put(column, rows.stream().mapToInt(row -> columns(row.getOrDefault(column, "")))
        .reduce(columns(column), Math::max)));
    return widths;
  }

  private boolean fits(Map<String, Integer> widths) {
    return width == 0 || widths.values().stream().mapToInt(w -> w + INDENT.length()).sum() + margin.length() <= width;
  }

  private void rows(List<? extends Map<String, String>> rows, Map<String, Integer> widths, Optional<String> below) {
    var names = new LinkedHashMap<String, String>();
    widths.keySet().forEach(column -> names.put(column, column));
    text.append(heading.apply(margin + line(names, widths))).append('\n');
    for (Map<String, String> row : rows) {
      text.append(margin).append(line(row, widths)).append('\n');
      below.filter(column -> !row.getOrDefault(column, "").isEmpty())
          .ifPresent(column -> text.append(margin).append(INDENT.repeat(2))
              .append(column).append(": ").append(row.get(column)).append('\n'));
    }
  }

  private static String line(Map<String, String> row, Map<String, Integer> widths) {
    var line = new StringBuilder();
    widths.forEach((column, most) -> {
      String cell = row.getOrDefault(column, "");
      line.append(INDENT).append(cell).append(" ".repeat(most - columns(cell)));
    });
    return line.toString().stripTrailing();
  }

  private void block(Map<String, String> row) {
    var values = new LinkedHashMap<>(row);
    values.values().removeIf(String::isEmpty);
    int most = values.keySet().stream().mapToInt(TablePrinter::columns).max().orElse(0);
    values.forEach((name, value) -> text.append(margin).append(INDENT).append(name)
        .append(" ".repeat(most - columns(name))).append(INDENT)
        .append(value).append('\n'));
  }

  private static void flatten(String prefix, Json.Obj object, Map<String, String> alone,
      Map<String, List<Json.Obj>> rows) {
    object.members().forEach((key, value) -> {
      String name = prefix + SafeText.escape(key);
      switch (value) {
        case Json.Str(String s) -> alone.put(name, SafeText.escape(s));
        case Json.Int i -> alone.put(name, Long.toString(i.value()));
        case Json.Bool b -> alone.put(name, b.value() ? "yes" : "no");
        case Json.Obj inner -> flatten(key.equals("member") ? prefix : name + ".", inner, alone, rows);
        case Json.Arr(List<Json> items) when !items.isEmpty() && items.stream().allMatch(Json.Obj.class::isInstance) ->
            rows.put(name, items.stream().map(Json.Obj.class::cast).toList());
        case Json.Arr(List<Json> items) -> alone.put(name, list(items));
      }
    });
  }

  private static String list(List<Json> items) {
    return items.isEmpty() ? "none"
        : String.join(", ", items.stream()
            .map(i -> i instanceof Json.Str(String s) ? SafeText.escape(s) : SafeText.escape(i.canonical())).toList());
  }

  private static Map<String, String> nodeFirst(Map<String, String> row) {
    var ordered = new LinkedHashMap<String, String>();
    if (row.containsKey(KernelKeys.NODE)) {
      ordered.put(KernelKeys.NODE, row.getOrDefault(KernelKeys.NODE, ""));
    }
    ordered.putAll(row);
    return ordered;
  }

  private static int columns(String cell) {
    return new AttributedString(cell).columnLength();
  }
}
