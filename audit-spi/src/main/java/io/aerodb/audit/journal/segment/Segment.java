package io.aerodb.audit.journal.segment;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of records.
 *
 * @param first the sequence of the first record that is, or will be, in it
 * @param file where
 */
public record Segment(long first, Path file) {
  private static final Pattern NAME = Pattern.compile("(\\d{20})\\.jsonl");

  public static Segment in(Path directory, long first) {
    return new Segment(first, directory.resolve(String.format(Locale.ROOT, "%020d.jsonl", first)));
  }

  /** Reads the name of a file; empty when it is not one of a segment. */
  static Optional<Segment> named(Path file) {
    var name = NAME.matcher(String.valueOf(file.getFileName()));
    try {
      return name.matches() ? Optional.of(new Segment(Long.parseLong(name.group(1)), file)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Its name as it stands in messages. */
  public String name() {
    return "segments/" + file.getFileName();
  }
}
