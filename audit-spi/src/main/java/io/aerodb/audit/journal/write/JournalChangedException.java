package io.aerodb.audit.journal.write;

import java.io.IOException;
import java.nio.file.Path;

/** A file of an open journal is not the one that the journal has written. */
final class JournalChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  JournalChangedException(Path path) {
    super(path.getFileName() + " was replaced or changed by somebody else");
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
