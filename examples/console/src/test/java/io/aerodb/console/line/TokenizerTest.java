package io.aerodb.console.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenizerTest {
  @Test
  void quotes_alone_keep_words_together() {
    assertThat(Tokenizer.split("  a \"b  c\" '' d'e f'\\n !! \"it's\" "))
        .containsExactly("a", "b  c", "", "de f\\n", "!!", "it's");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t \u2003"})
  void a_blank_line_has_no_words(String line) {
    assertThat(Tokenizer.split(line)).isEmpty();
  }

  @Test
  void the_tokenizer_refuses_a_quote_that_is_not_closed() {
    assertThatThrownBy(() -> Tokenizer.split("a 'b")).isInstanceOf(UsageException.class);
  }
}
