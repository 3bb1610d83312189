package io.aerodb.console.demo;

import io.aerodb.console.Ticks;
import io.aerodb.testkit.terminal.ScriptedOperator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A console in a process of its own, whose kernel holds still in the middle of a command until the process is killed.
 */
public final class HeldConsole {
  private static final String HELD = "\u0000";

  private HeldConsole() {}

  /** Takes {@code before|after CLUSTER AUDIT SEED TIME WORDS…}; a person confirms whatever is asked. */
  public static void main(String[] args) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var kernel = new HeldKernel(args[0].equals("after"), () -> {
      out.print(HELD);
      out.flush();
    });
    var seat = new Seat(Path.of(args[1]), Path.of(args[2]), new Ticks(Instant.parse(args[4])),
        new Random(Long.parseLong(args[3])), kernel, out);
    System.exit(seat.runs(ScriptedOperator::confirms, Arrays.asList(args).subList(5, args.length)));
  }

  /**
   * Starts one, prints what it shows, and kills it when its kernel holds still.
   *
   * @return whether it came that far
   */
  static boolean killedWhile(String when, Seat seat, long seed, Instant time, List<String> words) {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), HeldConsole.class.getName(), when, seat.cluster().toString(),
        seat.audit().toString(),
        Long.toString(seed), time.toString()));
    command.addAll(words);
    try {
      Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      boolean held = copyUntilHeld(process.getInputStream(), seat.out());
      process.destroyForcibly();
      awaitEnd(process);
      return held;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean copyUntilHeld(InputStream from, PrintStream to) throws IOException {
    int b;
    while ((b = from.read()) > 0) {
      to.write(b);
    }
    to.flush();
    return b == HELD.charAt(0);
  }

  private static void awaitEnd(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
