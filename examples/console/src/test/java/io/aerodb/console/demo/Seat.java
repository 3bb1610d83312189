package io.aerodb.console.demo;

import io.aerodb.console.Console;
import io.aerodb.console.Environment;
import io.aerodb.console.VirtualTerminal;
import io.aerodb.kernel.KernelProvider;
import io.aerodb.testkit.terminal.ScriptedOperator;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * An operator's place: a terminal, and the settings that come with every command line.
 *
 * @param cluster the directory of the simulated cluster
 * @param audit the directory of the journal
 * @param clock the console's
 * @param random the console's
 * @param kernels what opens the cluster
 * @param out where everything that the terminal shows is printed, too
 */
record Seat(Path cluster, Path audit, InstantSource clock, RandomGenerator random, KernelProvider kernels,
    PrintStream out) {
  private static final int COLUMNS = 180;

  /** Runs the console with these words; the script says what the person does. */
  int runs(Consumer<ScriptedOperator> script, List<String> words) {
    var all = new ArrayList<>(List.of("--kernel", "sim:" + cluster, "--audit", audit.toString(), "--operator", "alice",
        "--authority", "operator"));
    all.addAll(words);
    var terminal = new VirtualTerminal("ansi", COLUMNS, new Transcript(out));
    var err = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return terminal.with(script,
        t -> Console.run(all, new Environment(Optional.of(t), t.writer(), err, clock, "demonstration-clock",
            random, List.of(kernels))));
  }
}
