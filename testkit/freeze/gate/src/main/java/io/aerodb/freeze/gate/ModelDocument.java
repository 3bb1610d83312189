package io.aerodb.freeze.gate;

import io.aerodb.audit.merkle.Sha256;
import io.aerodb.freeze.gate.Gap.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The document that describes the commands: what each one is, what it needs, how it fails, and who audited it against
 * which text (CM-11.2).
 *
 * <p>It is Markdown with a section such as {@code ### inspect_node} for each command, and in it the items
 * {@code - class: …}, {@code confirmation}, {@code authority} and {@code kernel action}; each {@code precondition} and
 * all {@code failure semantics}, one or more; {@code audited} with its date, {@code by}, {@code against} with the name
 * and the SHA-256 of the text, and {@code why} the command may exist. What stands around these items is for people.
 *
 * @since 0.1
 */
public final class ModelDocument {
  private static final String SECTION = "### ";
  private static final Pattern ITEM = Pattern.compile("- ([^:]+): (.+)");

  private final String authority;
  private final Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();

  private ModelDocument(String authority) {
    this.authority = authority;
  }

  /**
   * Reads the document.
   *
   * @param authority the name of the text that defines the commands, as an audit gives it
   * @param text the bytes of that text; an audit against any others is stale
   */
  public static ModelDocument parse(String markdown, String authority, byte[] text) {
    var document = new ModelDocument(authority + ", SHA-256 " + HexFormat.of().formatHex(Sha256.of(text)));
    Map<String, List<String>> section = new HashMap<>();
    for (String line : markdown.replace("`", "").lines().map(String::strip).toList()) {
      Matcher item = ITEM.matcher(line);
      if (line.startsWith(SECTION)) {
        section = document.sections.computeIfAbsent(line.substring(SECTION.length()), none -> new HashMap<>());
      } else if (line.startsWith("#")) {
        section = new HashMap<>();
      } else if (item.matches()) {
        section.computeIfAbsent(item.group(1), none -> new ArrayList<>()).add(item.group(2));
      }
    }
    return document;
  }

  /** Whether it describes each command as the library has it, holds its present audit, and knows no other. */
  List<Gap> gaps(List<CommandRow> commands) {
    List<String> known = commands.stream().map(CommandRow::command).toList();
    return Stream.concat(
        commands.stream().flatMap(row -> gaps(row, sections.getOrDefault(row.command(), Map.of()))),
        sections.keySet().stream().map(name -> gapUnless(known.contains(name), Kind.DOCUMENT_DIFFERS, name,
            "has a section for a command that the library does not have")).flatMap(Optional::stream))
        .toList();
  }

  private Stream<Gap> gaps(CommandRow row, Map<String, List<String>> section) {
    String command = row.command();
    var said = new TreeMap<>(row.facts());
    said.replaceAll((label, fact) -> said(section, label));
    boolean audited = said(section, "audited").matches("\\d{4}-\\d{2}-\\d{2}")
        && section.keySet().containsAll(List.of("by", "why")) && said(section, "against").equals(authority);
    return Stream.of(
        gapUnless(said.equals(row.facts()), Kind.DOCUMENT_DIFFERS, command,
            "must say " + row.facts() + " in a section '" + SECTION + command + "' but says " + said
                + "; a table is not read"),
        gapUnless(section.containsKey("precondition"), Kind.PRECONDITIONS_MISSING, command,
            "names no precondition: write each as '- precondition: …'"),
        gapUnless(section.containsKey("failure semantics"), Kind.FAILURE_SEMANTICS_MISSING, command,
            "does not say how it fails: write '- failure semantics: …'"),
        gapUnless(audited, Kind.NOT_AUDITED, command,
            "must hold an audit with '- audited: ' and its date, '- by: …', '- why: …' and '- against: " + authority
                + "' but is audited against '" + said(section, "against") + "': audit the command against that text"))
        .flatMap(Optional::stream);
  }

  private static String said(Map<String, List<String>> section, String label) {
    return String.join("; ", section.getOrDefault(label, List.of()));
  }

  private static Optional<Gap> gapUnless(boolean holds, Kind kind, String command, String otherwise) {
    return holds ? Optional.empty()
        : Optional.of(new Gap(kind, command, command + ": the model document " + otherwise));
  }
}
