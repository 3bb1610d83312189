package io.aerodb.testkit;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class ArrangementTest {
  @Test
  void what_is_impossible_needs_a_reason() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Arrangement.Impossible<>(" "))
        .withMessage("reason is ' ' but must say why the scenario can't be arranged");
  }

  @Test
  void what_is_arranged_has_a_subject_and_what_is_denied_a_message() {
    assertThatNullPointerException().isThrownBy(() -> new Arrangement.Arranged<>(null)).withMessage("subject");
    assertThatNullPointerException().isThrownBy(() -> new Arrangement.Denied<>(null)).withMessage("message");
  }
}
