package io.aerodb.console.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where nothing can be typed any more, nothing was answered. */
@Timeout(60)
final class GoneTerminalTest {
  static Stream<Terminal> terminals() throws IOException {
    return Stream.of(new Gone(InputStream.nullInputStream(), false),
        new Gone(new ByteArrayInputStream(new byte[]{'n'}), false), new Gone(InputStream.nullInputStream(), true));
  }

  @ParameterizedTest
  @MethodSource("terminals")
  void a_terminal_that_is_gone_gives_no_answer(Terminal gone) {
    assertThat(new LinePrompter(gone).answer()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("terminals")
  void a_terminal_that_is_gone_gives_no_command_line(Terminal gone) {
    assertThat(new CommandPrompt(gone, verb -> List.of()).next("> ")).isEmpty();
  }

  /** Ends after what was typed. One that is lost refuses to be switched, too, as a device without its other side. */
  private static final class Gone extends DumbTerminal {
    private final boolean lost;

    Gone(InputStream typed, boolean lost) throws IOException {
      super("gone", TYPE_DUMB, typed, OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
      this.lost = lost;
    }

    @Override
    public void setAttributes(Attributes wanted) {
      if (lost) {
        throw new IOError(new IOException("Input/output error"));
      }
      super.setAttributes(wanted);
    }
  }
}
