package io.aerodb.audit.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A file of an open journal is not the one that the journal has written. */
final class ChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  ChangedException(Path path) {
    super(path.getFileName() + " was replaced or changed by somebody else");
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
