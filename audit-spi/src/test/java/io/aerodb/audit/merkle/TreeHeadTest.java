package io.aerodb.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.store.MemoryAuditLog;
import io.aerodb.audit.verify.HeadVerification;
import io.aerodb.audit.verify.TrailVerifier;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the text form of a tree head, and what is refused as one. */
class TreeHeadTest {
  private static final String ROOT = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";
  private static final String TEXT = "aerodb/one\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n";

  @Test
  void a_head_is_three_lines_that_read_back() {
    TreeHead head = new TreeHead("aerodb/one", 8, ROOT);

    assertThat(head.text()).isEqualTo(TEXT);
    assertThat(TreeHead.parse(TEXT)).isEqualTo(head);
  }

  @Test
  void the_head_of_an_empty_log_covers_nothing() {
    try (var log = MemoryAuditLog.of("aerodb/one")) {
      TreeHead head = TrailVerifier.head(log);

      assertThat(head.size()).isZero();
      assertThat(TreeHead.parse(head.text())).isEqualTo(head);
      assertThat(TrailVerifier.verify(head, log)).isEqualTo(new HeadVerification.Authentic(0, 0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one\n8\n", "one\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=",
      "one\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n",
      "one\n08\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n",
      "one\n-8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n",
      "one\n\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n",
      "one\n9999999999999999999\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", "one\n8\nXcna\n",
      "one\n8\n!!!!aeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n",
      "one\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyh=\n", "\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n",
      "one\r\n8\r\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\r\n"})
  void a_text_that_is_no_head_is_refused_and_named(String text) {
    assertThatThrownBy(() -> TreeHead.parse(text)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s)(head|origin|size|root hash) is '.*' but must .*");
  }

  @Test
  void a_head_of_nonsense_is_refused_and_named() {
    assertThatThrownBy(() -> new TreeHead("one\ntwo", 1, ROOT)).hasMessageContaining("origin", "no line feed");
    assertThatThrownBy(() -> new TreeHead("\n", 1, ROOT)).hasMessageContaining("origin", "no line feed");
    assertThatThrownBy(() -> new TreeHead("o".repeat(501), 1, ROOT)).hasMessageContaining("origin is");
    assertThat(new TreeHead("o".repeat(500), 1, ROOT).origin()).hasSize(500);
    assertThatThrownBy(() -> new TreeHead("one", -1, ROOT)).hasMessage("size is '-1' but must be 0 or more");
    assertThatThrownBy(() -> new TreeHead("one", 1, ROOT.toUpperCase(Locale.ROOT)))
        .hasMessageContaining("root hash is", "64 lower-case hexadecimal digits");
  }
}
