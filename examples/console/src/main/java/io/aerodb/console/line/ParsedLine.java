package io.aerodb.console.line;

import io.aerodb.command.error.SafeText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line as its words.
 *
 * @param settings options before the verb, by name
 * @param verb the first other word
 * @param arguments what follows it, not judged: options by name with their values in order, any other word as typed,
 *     without values
 * @param help the text to show instead, if it was asked for
 */
public record ParsedLine(Map<String, String> settings, Optional<String> verb, Map<String, List<String>> arguments,
    Optional<String> help) {
  /** The value of a setting, if it was given. */
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /** The value of a setting that must be given; {@code form} says what it takes. */
  public String require(String name, String form) {
    return setting(name).orElseThrow(() -> new UsageException("--" + name + " is missing: " + form));
  }

  /** The directory of the audit journal, which every verb needs. */
  public Path journal() {
    String given = require("audit", "the directory of the audit journal");
    try {
      // Nothing, as a path, would be the directory that the console happens to run in.
      if (!given.isEmpty()) {
        return Path.of(given);
      }
    } catch (InvalidPathException e) {
      // It is said below.
    }
    throw new UsageException("--audit takes a directory, not " + SafeText.quote(given));
  }

  /** Whether outcomes are wanted as JSON. */
  public boolean json() {
    return switch (setting("output").orElse("text")) {
      case "text" -> false;
      case "json" -> true;
      default -> throw new UsageException("--output takes text or json");
    };
  }

  /** Whether colour is wanted where there is any. */
  public boolean colour() {
    return switch (setting("color").orElse("auto")) {
      case "auto" -> true;
      case "never" -> false;
      default -> throw new UsageException("--color takes auto or never");
    };
  }
}
