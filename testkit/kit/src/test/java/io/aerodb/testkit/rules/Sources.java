package io.aerodb.testkit.rules;

import io.aerodb.audit.AuditLog;
import io.aerodb.command.Command;
import io.aerodb.kernel.Kernel;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles sources given as text: code that only a class path lets through, or that no compiler should. */
final class Sources {
  private static final Pattern ERROR = Pattern.compile("compiler\\.err\\.[a-z.]+");

  private Sources() {}

  /** The library, as a host has it on its class path. */
  static List<Path> library() {
    return Stream.of(Kernel.class, AuditLog.class, Command.class).map(Sources::home).toList();
  }

  static Path home(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /**
   * Compiles sources by class name into a directory.
   *
   * @return the codes of the compiler's errors; empty when it compiled
   */
  static List<String> compile(Path into, List<Path> classPath, Map<String, String> sources) throws IOException {
    var arguments = new ArrayList<>(List.of("-proc:none", "-Xlint:none", "-XDrawDiagnostics", "--release", "21", "-d",
        into.toString(), "-classpath",
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
    Path written = Files.createTempDirectory(into, "sources");
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = written.resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    var said = new StringWriter();
    var out = new PrintWriter(said);
    ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
    return ERROR.matcher(said.toString()).results().map(found -> found.group()).toList();
  }
}
