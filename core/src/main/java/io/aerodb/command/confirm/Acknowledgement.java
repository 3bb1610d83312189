package io.aerodb.command.confirm;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.json.Json;
import io.aerodb.audit.json.JsonFormatException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an operator gave in answer to a challenge, verbatim. Anything can be held; only {@link AcknowledgementCheck}
 * says whether it is enough.
 *
 * @param digest the digest of the challenge that is answered
 * @param answers what was given, by the id of the demand
 * @since 0.1
 */
public record Acknowledgement(String digest, SortedMap<String, String> answers) {
  public Acknowledgement {
    requireNonNull(digest, "digest");
    answers = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(answers)));
  }

  /**
   * Reads {@code {"answers":{"id":"text",…},"digest":"…"}}.
   *
   * @throws JsonFormatException when it is not JSON
   * @throws IllegalArgumentException when it is JSON of another form; the message says of which
   */
  public static Acknowledgement parse(String json) {
    if (!(Json.parse(json) instanceof Json.Obj object)
        || !object.members().keySet().equals(Set.of("answers", "digest"))) {
      throw new IllegalArgumentException(
          "acknowledgement must be an object with exactly the members answers and digest");
    }
    var answers = new TreeMap<String, String>();
    Json.Obj given =
        object.object("answers").orElseThrow(() -> new IllegalArgumentException("answers must be an object"));
    given.members().forEach((id, value) -> answers.put(id, given.text(id)
        .orElseThrow(() -> new IllegalArgumentException("each answer must be a string"))));
    return new Acknowledgement(
        object.text("digest").orElseThrow(() -> new IllegalArgumentException("digest must be a string")), answers);
  }

  /** The JSON that {@link #parse} reads. */
  public Json.Obj json() {
    var given = Json.object();
    answers.forEach(given::put);
    return Json.object().put("answers", given.build()).put("digest", digest).build();
  }
}
