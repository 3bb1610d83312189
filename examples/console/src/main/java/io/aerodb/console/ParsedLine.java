package io.aerodb.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line split into words, none of them judged.
 *
 * @param settings options before the verb, by name
 * @param verb the first other word
 * @param arguments what follows it: options by name with their values in order, any other word as typed, without values
 * @param help the text to show instead, if it was asked for
 */
record ParsedLine(Map<String, String> settings, Optional<String> verb, Map<String, List<String>> arguments,
    Optional<String> help) {
  Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  String require(String name, String form) {
    return setting(name).orElseThrow(() -> new UsageException("--" + name + " is missing: " + form));
  }

  boolean json() {
    return switch (setting("output").orElse("text")) {
      case "text" -> false;
      case "json" -> true;
      default -> throw new UsageException("--output takes text or json");
    };
  }

  boolean colour() {
    return switch (setting("color").orElse("auto")) {
      case "auto" -> true;
      case "never" -> false;
      default -> throw new UsageException("--color takes auto or never");
    };
  }
}
