package io.aerodb.freeze.recorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file of this JVM in the directory of all. Each line goes out when its test ends, so that a crash loses no earlier one. */
final class ProofFile {
  private final Path file;

  ProofFile(Path directory) {
    this.file = directory.resolve(ProcessHandle.current().pid() + ".jsonl");
  }

  void course(TestCourse course) {
    if (course.isOfInterest()) {
      append(course.line());
    }
  }

  /** Cancels what the class's tests proved: something of the class itself went wrong after or before them. */
  void failedClass(String className, Ending ending) {
    append("{\"class\":" + JsonText.string(className) + ",\"ending\":" + JsonText.string(ending.name()) + "}\n");
  }

  void trouble(String what) {
    append("{\"trouble\":" + JsonText.string(what) + "}\n");
  }

  private synchronized void append(String line) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
