package io.aerodb.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;

/**
 * A kernel's judgement of one possible change of write authority, from one consistent reading: every check with its
 * evidence, and the state it was judged in. It is not a permission: the kernel looks at everything again when it acts
 * (P7-E3).
 *
 * <p>It can't be built without findings, nor with a target, primary or role that is not among the members.
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface Assessment permits ImmutableAssessment {
  ClusterId cluster();

  Transition transition();

  NodeId target();

  AuthorityEpoch epoch();

  /** The member that holds write authority under {@link #epoch()}, if the kernel can prove that one does. */
  Optional<NodeId> primary();

  /** Every member, ordered by node id, never by lag. */
  List<MemberState> members();

  /** What each member will be afterwards; one entry for each member. */
  @Value.NaturalOrder
  SortedMap<NodeId, RoleAfter> rolesAfter();

  /** The situation in the kernel's words, 1 to 1,000 characters. */
  String summary();

  /** The checks in the order in which the kernel made them; at least one, each code once. */
  List<Finding> findings();

  /** The newest completed transition, if there ever was one. */
  Optional<CompletedTransition> lastTransition();

  /** The kernel's word on each request id that it was asked about, and on no other. */
  Map<String, RequestResolution> settled();

  /** The target's own state in this reading. */
  default MemberState targetState() {
    return members().stream().filter(m -> m.node().equals(target())).findFirst().orElseThrow();
  }

  @Value.Check
  default void check() {
    Members.check(members(), primary());
    List<NodeId> nodes = members().stream().map(MemberState::node).toList();
    Checks.require(nodes.contains(target()), "target", target(), "be one of the members " + nodes);
    Checks.require(List.copyOf(rolesAfter().keySet()).equals(nodes), "roles after", rolesAfter().keySet(),
        "name each of " + nodes);
    Checks.text("summary", summary(), Checks.MAX_TEXT);
    Checks.require(!findings().isEmpty(), "findings", "empty", "hold at least one check");
    List<String> codes = findings().stream().map(Finding::code).toList();
    Checks.require(codes.stream().distinct().count() == codes.size(), "findings", codes, "hold each code once");
    settled().keySet().forEach(id -> Checks.id("settled request id", id));
    lastTransition()
        .ifPresent(last -> Checks.require(last.cluster().equals(cluster()), "last transition's cluster", last.cluster(),
            "be " + cluster()));
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableAssessment.Builder {
    Builder() {}
  }
}
