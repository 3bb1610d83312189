package io.aerodb.kernel;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * WAL metadata and boundaries of one member.
 *
 * @since 0.1
 */
public sealed interface MemberWal {
  /** The member. */
  NodeId node();

  /** The member answered. */
  @Value.Immutable
  @SuppressWarnings("AvoidCommonTypeNames") // never used beside java.lang.Readable
  sealed interface Readable extends MemberWal permits ImmutableReadable {
    @Override
    NodeId node();

    /** The oldest entry still there; the three positions are empty together, when the log is. */
    Optional<WalPosition> firstRetained();

    /** The newest entry known to be committed. */
    Optional<WalPosition> committed();

    /** The newest entry held durably. */
    Optional<WalPosition> durable();

    /** Size of the whole log in bytes, 0 or more. */
    long bytes();

    /** Id of the newest checkpoint, if there is one. */
    Optional<String> lastCheckpoint();

    /** How many segments there are in all, 0 or more. */
    long segmentCount();

    /** The segments on the requested page, oldest first; at most 100. */
    List<WalSegment> segments();

    @Value.Check
    default void check() {
      Checks.require(
          firstRetained().isPresent() == durable().isPresent() && committed().isPresent() == durable().isPresent(),
          "positions",
          List.of(firstRetained(), committed(), durable()), "be there all three or not at all");
      Checks.count("WAL bytes", bytes());
      Checks.count("segment count", segmentCount());
      Checks.range("segments on the page", segments().size(), 0, Math.min(Page.MAX_SIZE, segmentCount()));
      lastCheckpoint().ifPresent(id -> Checks.text("last checkpoint", id, Checks.MAX_CODE));
    }

    static Builder builder() {
      return new Builder();
    }

    final class Builder extends ImmutableReadable.Builder {
      Builder() {}
    }
  }

  /**
   * The member could not be read. That is a complete fact.
   *
   * @param node the member
   * @param evidence what was tried and what came of it, 1 to 1,000 characters
   */
  record Unreadable(NodeId node, String evidence) implements MemberWal {
    public Unreadable {
      Objects.requireNonNull(node, "node");
      Checks.text("evidence", evidence, Checks.MAX_TEXT);
    }
  }
}
