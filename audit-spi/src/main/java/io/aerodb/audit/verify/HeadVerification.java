package io.aerodb.audit.verify;

import static java.util.Objects.requireNonNull;

/**
 * What comes of holding a trusted head against a log (AU-8).
 *
 * @since 0.1
 */
public sealed interface HeadVerification {
  /** This for a person: one sentence. */
  String text();

  /**
   * The first records are the very ones that the head was taken of: none was changed, removed, inserted or moved. That
   * is all; what follows them is not authenticated.
   *
   * @param records how many records the head covers
   * @param notAuthenticated how many follow them, of which the head says nothing
   */
  record Authentic(long records, long notAuthenticated) implements HeadVerification {
    @Override
    public String text() {
      return records + " records are authentic up to the trusted head; " + notAuthenticated
          + " after it are not authenticated";
    }
  }

  /**
   * The log is not the one that the head was taken of, or no longer.
   *
   * @param how where they disagree, as far as that can be told; a root tells no record from another
   */
  record Contradicted(String how) implements HeadVerification {
    public Contradicted {
      requireNonNull(how, "how");
    }

    @Override
    public String text() {
      return "NOT AUTHENTIC: " + how;
    }
  }
}
