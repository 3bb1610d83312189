package io.aerodb.testkit.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A host process that a test starts and then kills, at a chosen point and without any chance to tidy up. The host says
 * what it did through {@link CrashPoint}.
 *
 * <pre>{@code
 * try (CrashRun host = CrashRun.start(Host.class, directory.toString())) {
 *   host.awaitStop();
 *   host.kill();
 *   // now open what it left behind
 * }
 * }</pre>
 *
 * <p>Not thread-safe.
 *
 * @since 0.1
 */
public final class CrashRun implements AutoCloseable {
  private static final Duration WATCHDOG = Duration.ofSeconds(60);
  private static final String END = "@end";

  private final Process process;
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
  private final List<String> said = new ArrayList<>();
  private final List<String> other = new ArrayList<>();
  private boolean ended;

  private CrashRun(Process process) {
    this.process = process;
    Thread.ofVirtual().name("crash-run-output").start(this::read);
  }

  /**
   * Starts the main method of a class in another Java process, with this one's class and module path as its class path.
   *
   * @param host a public class with a main method
   * @param arguments what its main method gets
   */
  public static CrashRun start(Class<?> host, String... arguments) {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp", classPath(host), host.getName()));
    command.addAll(List.of(arguments));
    try {
      return new CrashRun(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException("host " + host.getName() + " could not be started", e);
    }
  }

  /**
   * Waits until a thread of the host has stopped at a point.
   *
   * @return which
   * @throws IllegalStateException when the process ended before, or gave no sign for a minute
   */
  public String awaitStop() {
    while (true) {
      String line = next("stopped at a point");
      if (line.startsWith(CrashPoint.STOPPED)) {
        return line.substring(CrashPoint.STOPPED.length());
      }
      keep(line);
    }
  }

  /**
   * Waits until the host has said so much in all.
   *
   * @throws IllegalStateException when the process ended before, or gave no sign for a minute
   */
  public void awaitSaid(int lines) {
    while (said.size() < lines) {
      keep(next("said " + lines + " lines"));
    }
  }

  /** Kills the process, waits until it is gone, and reads what it still had said. A second call does nothing. */
  public void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(WATCHDOG.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("host process " + process.pid() + " does not die");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while host process " + process.pid() + " died", e);
    }
    while (!ended) {
      String line = take("ended");
      ended = line.equals(END);
      if (!ended) {
        keep(line);
      }
    }
  }

  /** Everything the host said and was read so far; after {@link #kill} that is all. */
  public List<String> said() {
    return List.copyOf(said);
  }

  /** Kills the process if that was not done. */
  @Override
  public void close() {
    kill();
  }

  private void keep(String line) {
    if (line.startsWith(CrashPoint.SAID)) {
      said.add(line.substring(CrashPoint.SAID.length()));
    } else if (!line.startsWith(CrashPoint.STOPPED)) {
      other.add(line);
    }
  }

  private String next(String what) {
    String line = take(what);
    if (line.equals(END)) {
      ended = true;
      throw new IllegalStateException("host ended before it " + what + "; it printed " + other);
    }
    return line;
  }

  private String take(String what) {
    try {
      String line = unread.poll(WATCHDOG.toSeconds(), TimeUnit.SECONDS);
      if (line == null) {
        throw new IllegalStateException(
            "host gave no sign for " + WATCHDOG + " before it " + what + "; it printed " + other);
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the host " + what, e);
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        unread.add(line);
      }
    } catch (IOException e) {
      unread.add("output could not be read: " + e);
    } finally {
      unread.add(END);
    }
  }

  /**
   * All as one class path: what a test run patches into a module stands first, where the host class itself comes from.
   */
  private static String classPath(Class<?> host) {
    Set<String> paths = new LinkedHashSet<>();
    paths.add(rootOf(host).toString());
    for (String property : List.of("surefire.test.class.path", "java.class.path", "jdk.module.path")) {
      for (String path : System.getProperty(property, "").split(File.pathSeparator, -1)) {
        if (!path.isEmpty()) {
          paths.add(path);
        }
      }
    }
    return String.join(File.pathSeparator, paths);
  }

  private static Path rootOf(Class<?> host) {
    String name = host.getName().replace('.', '/') + ".class";
    URL found = requireNonNull(ClassLoader.getSystemResource(name), () -> "no class file of " + host.getName());
    try {
      URI uri = found.toURI();
      String file =
          uri.getScheme().equals("jar") ? uri.getSchemeSpecificPart().replaceFirst("!/.*", "") : uri.toString();
      return Path.of(URI.create(file.endsWith(name) ? file.substring(0, file.length() - name.length()) : file));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("class file of " + host.getName() + " is at no path", e);
    }
  }
}
