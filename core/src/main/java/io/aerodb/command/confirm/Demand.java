package io.aerodb.command.confirm;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.json.Json;
import io.aerodb.command.error.SafeText;

/**
 * One thing that an operator must give to confirm.
 *
 * @param id its stable name within the challenge, such as {@code target} or {@code override:AERO_X}
 * @param prompt what is asked, as a sentence; may hold kernel text
 * @param expected what must be given, exactly
 * @since 0.1
 */
public record Demand(String id, String prompt, String expected) {
  public Demand {
    requireNonNull(id, "id");
    requireNonNull(prompt, "prompt");
    requireNonNull(expected, "expected");
  }

  /** The prompt, safe for a terminal. */
  public String text() {
    return SafeText.escape(prompt);
  }

  /** This demand as a JSON object. */
  public Json.Obj json() {
    return Json.object().put("expected", expected).put("id", id).put("prompt", prompt).build();
  }
}
