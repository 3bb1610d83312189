package io.aerodb.console;

import io.aerodb.console.command.ExitCode;
import io.aerodb.kernel.KernelProvider;
import java.io.IOError;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The program: an operator's command line for an AeroDB cluster. {@code --help} says the rest. */
public final class Console {
  private Console() {}

  /**
   * Runs one command line, or an interactive session, and ends the process with a code that {@code --help} explains.
   */
  public static void main(String[] args) throws IOException {
    int code;
    Optional<Terminal> terminal = terminal();
    try {
      code = run(List.of(args), environment(terminal));
    } finally {
      terminal.ifPresent(Console::close);
    }
    System.exit(code);
  }

  /**
   * Runs one command line in this process.
   *
   * @param args as typed
   * @param environment what it gets from outside
   * @return the exit code
   */
  public static int run(List<String> args, Environment environment) {
    ExitCode code = new CommandRun(environment).run(args);
    environment.out().flush();
    environment.err().flush();
    return code.number();
  }

  private static Environment environment(Optional<Terminal> terminal) {
    List<KernelProvider> kernels =
        ServiceLoader.load(KernelProvider.class).stream().map(ServiceLoader.Provider::get).toList();
    return new Environment(terminal, terminal.map(Terminal::writer).orElseGet(() -> writer(System.out)),
        writer(System.err),
        InstantSource.system(), "system-utc", new SecureRandom(), kernels);
  }

  private static void close(Terminal terminal) {
    try {
      terminal.close();
    } catch (IOException | IOError e) {
      // It is gone already, and with it whoever could be told; what the command came to is still the exit code.
    }
  }

  /** An explanation is shown byte for byte, whatever the locale. */
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  /**
   * The terminal, if a person sits at both ends: standard input and standard output. Asked through the system's own
   * tools, so that no native code is loaded.
   */
  private static Optional<Terminal> terminal() throws IOException {
    TerminalProvider system = TerminalProvider.load(TerminalBuilder.PROP_PROVIDER_EXEC);
    if (!system.isSystemStream(SystemStream.Input) || !system.isSystemStream(SystemStream.Output)) {
      return Optional.empty();
    }
    Terminal terminal = TerminalBuilder.builder().system(true).dumb(false)
        .provider(TerminalBuilder.PROP_PROVIDER_EXEC).systemOutput(TerminalBuilder.SystemOutput.SysOut).build();
    if (terminal.getSize().getColumns() == 0) {
      // A serial line does not know its size, and on one of no columns nothing typed could be seen.
      terminal.setSize(Size.of(80, 24));
    }
    return Optional.of(terminal);
  }
}
