package com.acme.kernel;

import static com.acme.kernel.Cluster.Life.*;

import com.acme.kernel.Cluster.*;
import io.aerodb.kernel.*;
import io.aerodb.testkit.Arrangement;
import io.aerodb.testkit.Arrangement.*;
import io.aerodb.testkit.kernel.*;
import java.util.*;

/** A fresh cluster, and what the kit wants to happen to it behind the kernel's back. */
record AcmeFixture(Cluster cluster, Kernel kernel) implements KernelFixture {
  AcmeFixture {
    List.of("n1", "n2", "n3").forEach(node -> cluster.members.put(new NodeId(node), new Member(ANSWERS, "abc")));
  }

  @Override
  public Arrangement<NodeId> arrange(KernelScenario scenario) {
    return switch (scenario) {
      case PRIMARY_LOST -> now("n1", DEAD, "abc", "n2");
      case PRIMARY_SILENT -> now("n1", SILENT, "abc", "n2");
      case REPLICA_BEHIND -> now("n1", DEAD, "abcd", "n2");
      case REPLICA_HALTED -> {
        now("n1", DEAD, "abc", "n1");
        yield now("n2", HALTED, "abX", "n2");
      }
      case REPLICA_SILENT -> now("n3", SILENT, "abc", "n3");
      case ANOTHER_EPOCH -> {
        cluster.promote(new NodeId("n2"), "another-1");
        cluster.promote(new NodeId("n1"), "another-2");
        yield now("n1", DEAD, "abc", "n2");
      }
      case UNREACHABLE -> {
        cluster.reachable = false;
        yield new Arranged<>(new NodeId("n2"));
      }
      case IN_PROGRESS -> new Impossible<>("a promotion is one step, and nobody comes in between");
      case CUT_OFF_AFTER_EFFECT, CUT_OFF_BEFORE_EFFECT -> new Impossible<>("kernel and cluster die together");
      case EVIDENCE_UNREADABLE -> new Impossible<>("what was answered stands where the members stand");
      case LONG_HISTORY -> new Impossible<>("neither segments nor snapshots are shown");
    };
  }

  private Arrangement<NodeId> now(String node, Life life, String log, String target) {
    cluster.members.put(new NodeId(node), new Member(life, log));
    return new Arranged<>(new NodeId(target));
  }

  @Override
  public Kernel another() {
    return new AcmeKernel(cluster);
  }

  @Override
  public Set<Capability> denied() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public Optional<String> fingerprint() {
    return Optional.of(cluster.members + " " + cluster.transitions + " " + cluster.answers);
  }

  @Override
  public void close() {
    // The cluster is gone with the test.
  }
}
