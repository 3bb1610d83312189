package io.aerodb.freeze.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
 * @since 0.1
 */
public final class ModelDocument {
  private static final List<String> MODEL = List.of("command", "class", "confirmation", "authority", "kernel action");
  private static final List<String> AUDIT = List.of("command", "admitted", "by", "why");

  private final Map<List<String>, List<List<String>>> tables = new HashMap<>();

  private ModelDocument() {}

  /** Reads the document. */
  public static ModelDocument parse(String markdown) {
    var document = new ModelDocument();
    List<String> heading = List.of();
    for (String line : markdown.lines().map(String::strip).toList()) {
      List<String> cells = cells(line);
      if (cells.isEmpty() || heading.isEmpty()) {
        heading = cells;
      } else if (!cells.stream().allMatch(cell -> cell.matches(":?-+:?"))) {
        document.tables.computeIfAbsent(heading, none -> new ArrayList<>()).add(cells);
      }
    }
    return document;
  }

  private static List<String> cells(String line) {
    return line.length() < 2 || !line.startsWith("|") || !line.endsWith("|") ? List.of()
        : Arrays.stream(line.substring(1, line.length() - 1).replace("`", "").split("\\|", -1)).map(String::strip)
            .toList();
  }

  /** Whether it says of each command what the library says, holds an audit entry for it, and knows no other. */
  List<Gap> gaps(List<CommandRow> commands) {
    var gaps = new ArrayList<Gap>();
    for (CommandRow each : commands) {
      List<List<String>> rows = rows(MODEL, each.command());
      if (!rows.equals(List.of(each.cells()))) {
        gaps.add(gap(each.command(), "must hold exactly the row " + each.cells() + " but holds " + rows));
      }
      List<List<String>> entries = rows(AUDIT, each.command());
      if (entries.size() != 1 || !isComplete(entries.getFirst())) {
        gaps.add(gap(each.command(),
            "must hold exactly one audit entry, with date, person and reason, that admits it, but holds " + entries));
      }
    }
    List<String> known = commands.stream().map(CommandRow::command).toList();
    Stream.of(MODEL, AUDIT).flatMap(heading -> rows(heading).stream()).map(List::getFirst)
        .filter(name -> !known.contains(name))
        .forEach(name -> gaps.add(gap(name, "has a row for a command that the library does not have")));
    return gaps;
  }

  private List<List<String>> rows(List<String> heading) {
    return tables.getOrDefault(heading, List.of());
  }

  private List<List<String>> rows(List<String> heading, String command) {
    return rows(heading).stream().filter(cells -> cells.getFirst().equals(command)).toList();
  }

  private static boolean isComplete(List<String> entry) {
    return entry.size() == AUDIT.size() && entry.get(1).matches("\\d{4}-\\d{2}-\\d{2}") && !entry.contains("");
  }

  private static Gap gap(String command, String how) {
    return new Gap(Gap.Kind.DOCUMENT_DIFFERS, command, command + ": the model document " + how);
  }
}
