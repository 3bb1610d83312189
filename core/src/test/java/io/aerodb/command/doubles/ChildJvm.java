package io.aerodb.command.doubles;

import java.io.File;
import java.io.IOException;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs a main class in another JVM of the same JDK, with the same classes on the class path. */
public final class ChildJvm {
  private ChildJvm() {}

  /** Runs a main class to its end and answers what it wrote. */
  public static byte[] run(Class<?> main, String... options) throws IOException, InterruptedException {
    Path out = Files.createTempFile("child", ".out");
    Path err = Files.createTempFile("child", ".err");
    try {
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
      command.addAll(List.of(options));
      command.addAll(List.of("-cp", classPath(), main.getName()));
      Process process =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(100, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the child did not end");
      }
      if (process.exitValue() != 0) {
        throw new AssertionError(new String(Files.readAllBytes(err), StandardCharsets.ISO_8859_1));
      }
      return Files.readAllBytes(out);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String classPath() {
    Set<String> path = new LinkedHashSet<>();
    path.add(Path.of(System.getProperty("basedir", "."), "target", "test-classes").toString());
    for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
      module.reference().location().filter(uri -> uri.getScheme().equals("file")).map(URI::getPath)
          .ifPresent(path::add);
    }
    path.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    return String.join(File.pathSeparator, path);
  }
}
