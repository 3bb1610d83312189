package io.aerodb.command;

import io.aerodb.command.error.Detail;
import io.aerodb.command.error.Invariant;
import java.util.List;

/** How an answer is held against what was asked. */
final class Answers {
  private Answers() {}

  static List<Detail> same(String subject, Object asked, Object answered) {
    return asked.equals(answered)
        ? List.of()
        : List.of(new Detail(subject, Invariant.P7_E2.id().value(), asked.toString(), answered.toString()));
  }
}
