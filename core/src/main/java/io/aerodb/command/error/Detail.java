package io.aerodb.command.error;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.json.Json;
import java.util.List;

/**
 * One thing that an error found: the subject, the rule, what the rule expects and what was observed.
 *
 * @param subject the field, check or request it is about
 * @param rule the id of the invariant or the name of the rule that it offends
 * @param expected what is legal, or what has to hold
 * @param observed what was there; input is quoted and shortened, kernel text is verbatim
 * @since 0.1
 */
public record Detail(String subject, String rule, String expected, String observed) {
  public Detail {
    requireNonNull(subject, "subject");
    requireNonNull(rule, "rule");
    requireNonNull(expected, "expected");
    requireNonNull(observed, "observed");
  }

  /** What of an answer is not what was asked for (P7-E2); empty when the two are equal. */
  public static List<Detail> ofMismatch(String subject, Object asked, Object answered) {
    return asked.equals(answered) ? List.of()
        : List.of(new Detail(subject, Invariant.P7_E2.id().value(), asked.toString(), answered.toString()));
  }

  /** This detail as a JSON object. */
  public Json.Obj json() {
    return Json.object().put("expected", expected).put("observed", observed).put("rule", rule).put("subject", subject)
        .build();
  }

  /** One line, safe for a terminal. */
  public String text() {
    return SafeText.escape(subject) + ": expected " + SafeText.escape(expected) + "; observed "
        + SafeText.escape(observed) + " ["
        + SafeText.escape(rule) + "]";
  }
}
