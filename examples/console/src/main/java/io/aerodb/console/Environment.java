package io.aerodb.console;

import static java.util.Objects.requireNonNull;

import io.aerodb.console.line.ParsedLine;
import io.aerodb.console.print.Printer;
import io.aerodb.kernel.KernelProvider;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jline.terminal.Terminal;

/**
 * Everything that the console gets from outside: where it shows and asks, time, chance and kernels.
 *
 * @param terminal where a person reads and types; present only if standard input and standard output both are one
 * @param out where answers go; the terminal's own writer if there is one
 * @param err where problems of usage go
 * @param clock the only clock that is read
 * @param clockName how records declare it
 * @param random where the bits of request and session ids come from
 * @param kernels what opens kernel addresses
 */
public record Environment(Optional<Terminal> terminal, PrintWriter out, PrintWriter err, InstantSource clock,
    String clockName, RandomGenerator random, List<KernelProvider> kernels) {
  public Environment {
    requireNonNull(terminal, "terminal");
    requireNonNull(out, "out");
    requireNonNull(err, "err");
    requireNonNull(clock, "clock");
    requireNonNull(clockName, "clockName");
    requireNonNull(random, "random");
    kernels = List.copyOf(kernels);
  }

  /** What prints the answer to that command line. */
  Printer printer(ParsedLine line) {
    return new Printer(out, err, terminal, line.json(), line.colour());
  }
}
