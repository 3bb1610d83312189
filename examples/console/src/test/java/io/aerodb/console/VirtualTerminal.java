package io.aerodb.console;

import io.aerodb.testkit.terminal.ScriptedOperator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** A terminal of a fixed size without a device, at which a scripted person sits. */
public final class VirtualTerminal {
  private final LineDisciplineTerminal terminal;
  private final Pipe screen = new Pipe();
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final OutputStream watcher;

  /**
   * A terminal.
   *
   * @param type such as {@code ansi}
   * @param columns its width
   * @param watcher gets every byte that it shows, too
   */
  public VirtualTerminal(String type, int columns, OutputStream watcher) {
    this.watcher = watcher;
    OutputStream person = screen.in();
    try {
      this.terminal = new LineDisciplineTerminal("virtual", type, new OutputStream() {
        @Override
        public void write(int b) throws IOException {
          person.write(b);
          shown.write(b);
          VirtualTerminal.this.watcher.write(b);
        }
      }, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    terminal.setSize(Size.of(columns, 24));
  }

  /**
   * Lets a person follow a script while something runs at the terminal.
   *
   * @return what that answered
   */
  public int with(Consumer<ScriptedOperator> script, ToIntFunction<Terminal> work) {
    var person = new ScriptedOperator(screen.out(), keyboard());
    CompletableFuture<Void> sitting = CompletableFuture.runAsync(() -> {
      try {
        script.accept(person);
      } catch (RuntimeException e) {
        // Or whoever waits for a key would wait for ever.
        close();
        throw e;
      }
    });
    int answer;
    try {
      answer = work.applyAsInt(terminal);
    } finally {
      end();
    }
    try {
      sitting.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the person gave up", e.getCause());
    }
    return answer;
  }

  /** Every byte that was shown. */
  public byte[] shown() {
    return shown.toByteArray();
  }

  private OutputStream keyboard() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        terminal.processInputByte(b);
      }
    };
  }

  private void end() {
    close();
    try {
      screen.in().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
