package io.aerodb.console.line;

import io.aerodb.command.error.SafeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Splits a command line, {@code aerodb [SETTINGS] VERB [ARGUMENTS]}, into its words. It does nothing else: no
 * abbreviation, no file of arguments, no variable, no quote is resolved, and what is not known of a verb's arguments is
 * passed on to be refused and recorded.
 */
public final class CommandLineParser {
  /** Settings by name; each stands before the verb. */
  static final Map<String, String> SETTINGS = settings();

  private final CommandLine line;

  /** A parser whose help lists those exit codes, each with its meaning. */
  public CommandLineParser(SequencedMap<Integer, String> exitCodes) {
    CommandSpec root = CommandSpec.create().name("aerodb");
    SETTINGS.forEach((name, help) -> root.addOption(
        OptionSpec.builder("--" + name).type(String.class).arity("1").paramLabel("<text>").description(help).build()));
    Subcommand.all().forEach(verb -> root.addSubcommand(verb.name(), spec(verb)));
    root.usageMessage().customSynopsis("aerodb [SETTINGS] VERB [ARGUMENTS]", "aerodb [SETTINGS]").sortOptions(false)
        .description(
            "Operates an AeroDB cluster. Settings stand before the verb, arguments behind it. "
                + "Without a verb, on a terminal: an interactive session.",
            "What needs a confirmation runs only when a person types it at a terminal.");
    var codes = new LinkedHashMap<String, String>();
    exitCodes.forEach((code, meaning) -> codes.put(" " + code, meaning));
    root.usageMessage().exitCodeListHeading("Exit codes:%n").exitCodeList(codes);
    this.line = strict(new CommandLine(help(root)));
    root.parser().stopAtUnmatched(true);
  }

  private static Map<String, String> settings() {
    var names = new LinkedHashMap<String, String>();
    names.put("kernel", "the cluster, SCHEME:LOCATION, such as sim:DIR");
    names.put("audit", "the directory of the audit journal");
    names.put("operator", "the name of who is asking");
    names.put("authority", "observer, operator or auditor");
    names.put("request", "the id of the request; a random one unless given");
    names.put("output",
        "text or json; text unless given. "
            + "On a terminal a confirmation is asked for as text, and its outcome follows as json");
    names.put("color", "auto or never; auto unless given");
    return names;
  }

  private static CommandSpec spec(Subcommand verb) {
    CommandSpec spec = CommandSpec.create().name(verb.name());
    spec.usageMessage().description(verb.purpose());
    verb.options().forEach(option -> spec.addOption(OptionSpec.builder(option.typed()).type(List.class)
        .auxiliaryTypes(String.class).arity("1").paramLabel("<text>").description(option.help().replace("%", "%%"))
        .build()));
    return help(spec);
  }

  private static CommandSpec help(CommandSpec spec) {
    return spec
        .addOption(OptionSpec.builder("--help").usageHelp(true).description("Shows this and does nothing.").build());
  }

  private static CommandLine strict(CommandLine line) {
    return line.setAbbreviatedOptionsAllowed(false).setAbbreviatedSubcommandsAllowed(false).setExpandAtFiles(false)
        .setInterpolateVariables(false).setTrimQuotes(false).setPosixClusteredShortOptionsAllowed(false)
        .setUnmatchedArgumentsAllowed(true).setAllowOptionsAsOptionParameters(true)
        // No word can hold a NUL, so that a lone "--" is a word like any other.
        .setEndOfOptionsDelimiter("\0").setUsageHelpWidth(120);
  }

  /** Splits one command line. */
  public ParsedLine parse(List<String> words) {
    ParseResult result;
    try {
      result = line.parseArgs(words.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new UsageException(SafeText.escape(String.valueOf(e.getMessage())));
    }
    var settings = new TreeMap<String, String>();
    result.matchedOptions().stream().filter(option -> !option.usageHelp())
        .forEach(option -> settings.put(option.longestName().substring(2), option.originalStringValues().getFirst()));
    if (result.hasSubcommand()) {
      ParseResult verb = result.subcommand();
      return new ParsedLine(settings, Optional.of(verb.commandSpec().name()), arguments(verb), help(verb));
    }
    List<String> rest = result.unmatched();
    if (!rest.isEmpty() && rest.getFirst().startsWith("-")) {
      throw new UsageException(
          "there is no setting " + SafeText.quote(rest.getFirst()) + "; what there is stands in --help");
    }
    return new ParsedLine(settings, rest.stream().findFirst(), unknown(rest.stream().skip(1).toList()), help(result));
  }

  /** What may be typed behind a verb, or as the verb while there is none. */
  public static List<String> completions(Optional<String> verb) {
    return verb.map(CommandLineParser::options)
        .orElseGet(() -> Subcommand.all().stream().map(Subcommand::name).toList());
  }

  private static List<String> options(String verb) {
    return Subcommand.all().stream().filter(known -> known.name().equals(verb))
        .flatMap(known -> known.options().stream()).map(Subcommand.Option::typed).toList();
  }

  private static Optional<String> help(ParseResult result) {
    return result.isUsageHelpRequested()
        ? Optional.of(result.commandSpec().commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF))
        : Optional.empty();
  }

  private static Map<String, List<String>> arguments(ParseResult verb) {
    // A bare word that reads like the name of an option must not be taken for that option without a value.
    List<String> names = options(verb.commandSpec().name());
    Map<String, List<String>> arguments = unknown(verb.unmatched().stream()
        .map(word -> names.contains("--" + word) ? "the word " + word : word).toList());
    verb.matchedOptions().stream().filter(option -> !option.usageHelp())
        .forEach(
            option -> arguments.put(option.longestName().substring(2), List.copyOf(option.originalStringValues())));
    return arguments;
  }

  private static Map<String, List<String>> unknown(List<String> words) {
    var arguments = new LinkedHashMap<String, List<String>>();
    words.forEach(word -> arguments.put(word, List.of()));
    return arguments;
  }
}
