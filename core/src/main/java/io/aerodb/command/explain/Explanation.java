package io.aerodb.command.explain;

import io.aerodb.audit.json.Json;
import io.aerodb.audit.merkle.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Exactly what will happen, which invariants it touches, and the state of the cluster it was judged in. A document, and
 * a text that is a pure function of the document and is shown to the operator unchanged. It grants nothing.
 *
 * @since 0.1
 */
public final class Explanation {
  /** Longest document, in bytes of its canonical JSON: what a record can hold beside everything else it must. */
  public static final int MAX_BYTES = 47_104;

  private final Json.Obj document;
  private final String text;

  Explanation(Json.Obj document) {
    this.document = document;
    this.text = ExplanationText.of(document);
  }

  /** Everything that is explained, kernel text verbatim. */
  public Json.Obj document() {
    return document;
  }

  /** What a person reads: lines of at most any length that end in a line feed, safe for a terminal. */
  public String text() {
    return text;
  }

  /** SHA-256 of {@link #text()} in UTF-8, 64 lower-case hexadecimal digits. */
  public String textSha256() {
    return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Document, text and the text's hash as a JSON object. */
  public Json.Obj json() {
    return Json.object().put("document", document).put("text", text).put("textSha256", textSha256()).build();
  }

  /** Whether a record can hold it. */
  public boolean fitsRecord() {
    return document.bytes().length <= MAX_BYTES;
  }
}
