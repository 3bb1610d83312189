package io.aerodb.freeze.gate;

import io.aerodb.freeze.gate.Table.Cell;
import java.util.List;
import java.util.stream.Collectors;

/** The report as Markdown and as a page. */
final class Rendering {
  private static final int NAMED = 3;
  private static final String HEAD = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Freeze matrix</title><style>
      body{font:14px/1.4 sans-serif;margin:2em;max-width:90em}table{border-collapse:collapse;margin-bottom:2em}
      th,td{border:1px solid #bbb;padding:.3em .6em;text-align:left;vertical-align:top}.gap{background:#fbb}
      li,details{font-size:12px}
      </style></head><body>
      """;

  private Rendering() {}

  static String markdown(List<Gap> gaps, List<Table> tables) {
    var text = new StringBuilder("# Freeze matrix\n\n");
    text.append(gaps.isEmpty() ? "No gap.\n" : gaps.size() + " gaps:\n\n");
    gaps.forEach(
        gap -> text.append("- **").append(gap.kind()).append("** ").append(escape(gap.message())).append('\n'));
    for (Table table : tables) {
      text.append("\n## ").append(table.title()).append("\n\n| ").append(String.join(" | ", table.header()))
          .append(" |\n").append("|---".repeat(table.header().size())).append("|\n");
      table.rows().forEach(row -> text.append(
          row.stream().map(Rendering::markdown).collect(Collectors.joining(" | ", "| ", " |\n"))));
    }
    return text.toString();
  }

  private static String markdown(Cell cell) {
    String tests = cell.tests().stream().limit(NAMED).map(Rendering::shortName).map(Rendering::escape)
        .collect(Collectors.joining(", "));
    String text = cell.gap() ? "**" + escape(cell.text()) + "**" : escape(cell.text());
    return tests.isEmpty() ? text : text + ": " + tests + (cell.tests().size() > NAMED ? ", …" : "");
  }

  static String html(List<Gap> gaps, List<Table> tables) {
    var text = new StringBuilder(HEAD).append("<h1>Freeze matrix</h1>\n");
    text.append(gaps.isEmpty() ? "<p>No gap.</p>\n" : "<p>" + gaps.size() + " gaps:</p>\n<ul>\n");
    gaps.forEach(gap -> text.append("<li class=\"gap\"><b>").append(gap.kind()).append("</b> ")
        .append(escape(gap.message())).append("</li>\n"));
    text.append(gaps.isEmpty() ? "" : "</ul>\n");
    for (Table table : tables) {
      text.append("<h2>").append(escape(table.title())).append("</h2>\n<table><tr>");
      table.header().forEach(name -> text.append("<th>").append(escape(name)).append("</th>"));
      text.append("</tr>\n");
      table.rows().forEach(row -> text.append(row.stream().map(Rendering::html)
          .collect(Collectors.joining("", "<tr>", "</tr>\n"))));
      text.append("</table>\n");
    }
    return text.append("</body></html>\n").toString();
  }

  private static String html(Cell cell) {
    String open = cell.gap() ? "<td class=\"gap\">" : "<td>";
    if (cell.tests().isEmpty()) {
      return open + escape(cell.text()) + "</td>";
    }
    return open + "<details><summary>" + escape(cell.text()) + "</summary>"
        + cell.tests().stream().map(Rendering::escape).collect(Collectors.joining("<br>")) + "</details></td>";
  }

  private static String shortName(String id) {
    return id.substring(id.lastIndexOf('.', Math.max(id.indexOf('#'), 0)) + 1);
  }

  /** For both: what would be markup or the end of a cell. */
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "&#124;").replace("\n",
        " ");
  }
}
