package io.aerodb.kernel;

import java.time.Duration;
import java.util.Objects;
import java.util.SortedMap;
import org.immutables.value.Value;

/**
 * What was collected from one member.
 *
 * @since 0.1
 */
public sealed interface MemberDiagnostics {
  /** The member. */
  NodeId node();

  /** Entries were read; {@link #completion()} says whether all of them. */
  @Value.Immutable
  sealed interface Collected extends MemberDiagnostics permits ImmutableCollected {
    @Override
    NodeId node();

    Completion completion();

    /** Name to value, each 1 to 1,000 characters; at most 1,000 entries. */
    @Value.NaturalOrder
    SortedMap<String, String> entries();

    /** Statements run, 0 or more. */
    long statements();

    /** Bytes read from storage, 0 or more. */
    long bytesRead();

    /** Time spent on the member, whole milliseconds. */
    Duration duration();

    @Value.Check
    default void check() {
      Checks.range("number of entries", entries().size(), 0, 1000);
      entries().forEach((name, value) -> {
        Checks.text("entry name", name, Checks.MAX_TEXT);
        Checks.text("entry " + name, value, Checks.MAX_TEXT);
      });
      Checks.count("statements", statements());
      Checks.count("bytes read", bytesRead());
      Checks.count("duration in ms", duration().toMillis());
    }

    static Builder builder() {
      return new Builder();
    }

    final class Builder extends ImmutableCollected.Builder {
      Builder() {}
    }
  }

  /**
   * The member could not be read. That is a complete fact.
   *
   * @param node the member
   * @param evidence what was tried and what came of it, 1 to 1,000 characters
   */
  record Unreadable(NodeId node, String evidence) implements MemberDiagnostics {
    public Unreadable {
      Objects.requireNonNull(node, "node");
      Checks.text("evidence", evidence, Checks.MAX_TEXT);
    }
  }

  /** Whether everything in scope was read. */
  enum Completion {
    COMPLETE,
    /** The declared cost was reached first; what is missing was not read. */
    STOPPED_AT_CEILING
  }
}
