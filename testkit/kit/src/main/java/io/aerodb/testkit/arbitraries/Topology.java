package io.aerodb.testkit.arbitraries;

import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A random cluster that is consistent: members by id, each once, and a primary that is one of them or none. */
record Topology(ClusterId cluster, AuthorityEpoch epoch, List<MemberState> members, Optional<NodeId> primary,
    NodeId named) {
  /** Most members. */
  static final int MOST = 5;

  static Arbitrary<Topology> any() {
    return with(KernelArbitraries.nodeIds());
  }

  /** Of a cluster that has such a member among others; it is the one that is named. */
  static Arbitrary<Topology> with(Arbitrary<NodeId> nodes) {
    Arbitrary<Integer> primary = Arbitraries.integers().between(0, MOST);
    return Combinators.combine(KernelArbitraries.clusterIds(), KernelArbitraries.epochs(),
        KernelArbitraries.memberStates(nodes), KernelArbitraries.memberStates().list().ofMaxSize(MOST - 1), primary)
        .as((cluster, epoch, named, others, index) -> {
          var byId = new TreeMap<NodeId, MemberState>();
          Stream.concat(others.stream(), Stream.of(named)).forEach(member -> byId.put(member.node(), member));
          List<NodeId> ids = List.copyOf(byId.keySet());
          return new Topology(cluster, epoch, List.copyOf(byId.values()),
              index < ids.size() ? Optional.of(ids.get(index)) : Optional.empty(), named.node());
        }).withoutEdgeCases();
  }
}
