package io.aerodb.freeze.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The project's document of the commands: what each one is, and who admitted it to the set, when and why (CM-11.2).
 *
 * <p>It is Markdown with two tables, told by their headings; whatever stands around them is for people.
 *
 * <pre>
 * | command | class | confirmation | authority | kernel action |
 * | command | admitted | by | why |
 * </pre>
 *
 * @param rows what each command is
 * @param admissions who let it in
 * @since 0.1
 */
public record ModelDocument(List<CommandRow> rows, List<Admission> admissions) {
  /**
   * An audit entry.
   *
   * @param command the name of the command
   * @param date when it was admitted, as a date
   * @param by who answers for it
   * @param why for what reason
   */
  public record Admission(String command, String date, String by, String why) {
    boolean isComplete() {
      return date.matches("\\d{4}-\\d{2}-\\d{2}") && !by.isEmpty() && !why.isEmpty();
    }
  }

  public ModelDocument {
    rows = List.copyOf(rows);
    admissions = List.copyOf(admissions);
  }

  /**
   * Reads the document.
   *
   * @throws IllegalArgumentException if a row of one of the tables has another number of cells than its heading
   */
  public static ModelDocument parse(String markdown) {
    var rows = new ArrayList<CommandRow>();
    var admissions = new ArrayList<Admission>();
    List<String> heading = List.of();
    for (String line : markdown.lines().map(String::strip).toList()) {
      List<String> cells = cells(line);
      if (cells.isEmpty()) {
        heading = List.of();
      } else if (heading.isEmpty()) {
        heading = cells;
      } else if (!cells.stream().allMatch(cell -> cell.matches(":?-+:?"))) {
        take(heading, cells, rows, admissions);
      }
    }
    return new ModelDocument(rows, admissions);
  }

  private static void take(List<String> heading, List<String> cells, List<CommandRow> rows,
      List<Admission> admissions) {
    boolean model = heading.equals(List.of("command", "class", "confirmation", "authority", "kernel action"));
    boolean audit = heading.equals(List.of("command", "admitted", "by", "why"));
    if ((model || audit) && cells.size() != heading.size()) {
      throw new IllegalArgumentException("row " + cells + " of the model document must have the cells " + heading);
    }
    if (model) {
      rows.add(CommandRow.of(cells));
    } else if (audit) {
      admissions.add(new Admission(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
    }
  }

  private static List<String> cells(String line) {
    if (!line.startsWith("|") || !line.endsWith("|") || line.length() < 2) {
      return List.of();
    }
    return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
        .map(cell -> cell.replace("`", "").strip()).toList();
  }
}
