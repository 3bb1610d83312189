package io.aerodb.audit.verify;

import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.merkle.MerkleTree;
import io.aerodb.audit.merkle.TreeHead;
import java.util.Optional;

/**
 * Takes the head of a trail, and holds a trusted head against a trail (AU-8). Both read the whole trail, whatever log
 * it is of, and may be called from any thread.
 *
 * @since 0.1
 */
public final class TrailVerifier {
  private TrailVerifier() {}

  /**
   * The head of everything that is durable in a trail now.
   *
   * @throws AuditUnreadableException when the trail can't be read
   * @throws IllegalArgumentException when what is read is no log: a sequence is missing, or a record is of another
   *     origin
   */
  public static TreeHead head(AuditTrail trail) {
    var reader = new TrailReader(trail);
    Optional<String> broken = reader.upTo(Long.MAX_VALUE);
    if (broken.isPresent()) {
      throw new IllegalArgumentException("trail is '" + trail.origin() + "' but must be whole: " + broken.get());
    }
    return TreeHead.of(trail.origin(), reader.tree());
  }

  /**
   * Holds a head against a trail.
   *
   * @param trusted the head, from where nobody who writes the log can reach it
   * @param trail the log that the head is trusted to be of, or a copy of it
   * @return whether the records that the head covers are the very ones that it was taken of
   * @throws AuditUnreadableException when the trail can't be read
   */
  public static HeadVerification verify(TreeHead trusted, AuditTrail trail) {
    if (!trail.origin().equals(trusted.origin())) {
      return new HeadVerification.Contradicted(
          "the head is of log '" + trusted.origin() + "' and this is log '" + trail.origin() + "'");
    }
    var reader = new TrailReader(trail);
    Optional<String> broken = reader.upTo(trusted.size());
    if (broken.isPresent()) {
      return new HeadVerification.Contradicted(broken.get());
    }
    MerkleTree tree = reader.tree();
    if (tree.leaves() < trusted.size()) {
      return new HeadVerification.Contradicted(
          "the head covers " + trusted.size() + " records and the log holds " + tree.leaves());
    }
    if (!TreeHead.of(trusted.origin(), tree).equals(trusted)) {
      return new HeadVerification.Contradicted(
          "records 1 to " + trusted.size() + " are not those that the head was taken of");
    }
    return new HeadVerification.Authentic(trusted.size(), reader.beyond());
  }
}
