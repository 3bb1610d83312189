package io.aerodb.command.error;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.json.Json;

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
