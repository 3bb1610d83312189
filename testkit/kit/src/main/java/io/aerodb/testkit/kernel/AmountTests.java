package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelDuty.CEILING_KEPT;
import static io.aerodb.testkit.kernel.KernelDuty.PAGES_KEPT;
import static io.aerodb.testkit.kernel.KernelTestContext.value;

import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.MemberCost;
import io.aerodb.kernel.MemberDiagnostics;
import io.aerodb.kernel.MemberDiagnostics.Collected;
import io.aerodb.kernel.MemberDiagnostics.Completion;
import io.aerodb.kernel.MemberSnapshots;
import io.aerodb.kernel.MemberWal;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.Snapshot;
import io.aerodb.kernel.WalSegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Tests of how much a kernel collects and shows: the ceiling of diagnostics, and pages. */
abstract class AmountTests extends KernelGroup {
  AmountTests(KernelKit kit) {
    super(kit);
  }

  @Test
  @VerifiesKernel(CEILING_KEPT)
  void a_collection_stays_within_the_cost_that_was_declared() {
    context().needs(Capability.DIAGNOSTICS);
    context().arrange(KernelScenario.LONG_HISTORY);

    for (DiagnosticScope scope : DiagnosticScope.values()) {
      DiagnosticCost cost = value(context().kernel().estimate(scope));
      within(cost, run(cost));
    }
  }

  @Test
  @VerifiesKernel(CEILING_KEPT)
  void a_collection_stops_at_fewer_statements_and_says_so() {
    stopsAt(bound -> lowered(bound, Math.max(0, bound.maxStatements() - 1), bound.maxBytesRead()));
  }

  @Test
  @VerifiesKernel(CEILING_KEPT)
  void a_collection_without_any_statement_collects_nothing_and_says_so() {
    stopsAt(bound -> lowered(bound, 0, 0));
  }

  @Test
  @VerifiesKernel(CEILING_KEPT)
  void a_collection_stops_at_fewer_bytes_and_says_so() {
    stopsAt(bound -> lowered(bound, bound.maxStatements(), bound.maxBytesRead() / 2));
  }

  @Test
  @VerifiesKernel(PAGES_KEPT)
  void pages_of_segments_hold_everything_once() {
    context().needs(Capability.WAL);
    NodeId node = context().arrange(KernelScenario.LONG_HISTORY);

    pages("segments", page -> segments(node, page), this::segmentCount, node);
  }

  @Test
  @VerifiesKernel(PAGES_KEPT)
  void pages_of_snapshots_hold_everything_once() {
    context().needs(Capability.SNAPSHOTS);
    NodeId node = context().arrange(KernelScenario.LONG_HISTORY);

    pages("snapshots", page -> snapshots(node, page), this::snapshotCount, node);
  }

  private void pages(String what, Function<Page, List<?>> read, Function<NodeId, Long> counted, NodeId node) {
    long count = counted.apply(node);
    PAGES_KEPT.require(count >= 3, "the scenario has at least three " + what + ", and counted were " + count);
    for (int size : List.of(1, 2, 100)) {
      List<Object> all = new ArrayList<>();
      long pages = (count + size - 1) / size;
      for (int number = 1; number <= pages; number++) {
        List<?> page = read.apply(new Page(number, size));
        long expected = Math.min(size, count - (number - 1L) * size);
        PAGES_KEPT.require(page.size() == expected, "page " + number + " of " + size + " " + what + " holds "
            + page.size() + " of " + count + " and should hold " + expected);
        all.addAll(page);
      }
      PAGES_KEPT.require(new HashSet<>(all).size() == count,
          "pages of " + size + " hold " + all + ", which is not each of " + count + " " + what + " once");
      List<?> past = read.apply(new Page((int) pages + 1, size));
      PAGES_KEPT.require(past.isEmpty(), "a page past the last one holds " + past);
    }
  }

  private List<WalSegment> segments(NodeId node, Page page) {
    return wal(node, page).segments();
  }

  private long segmentCount(NodeId node) {
    return wal(node, new Page(1, 1)).segmentCount();
  }

  private MemberWal.Readable wal(NodeId node, Page page) {
    return switch (value(context().kernel().inspectWal(Optional.of(node), page)).members().getFirst()) {
      case MemberWal.Readable read -> read;
      case MemberWal.Unreadable silent -> throw PAGES_KEPT.broken("the WAL of a member that answers: " + silent);
    };
  }

  private List<Snapshot> snapshots(NodeId node, Page page) {
    return taken(node, page).snapshots();
  }

  private long snapshotCount(NodeId node) {
    return taken(node, new Page(1, 1)).count();
  }

  private MemberSnapshots.Readable taken(NodeId node, Page page) {
    return switch (value(context().kernel().inspectSnapshots(Optional.of(node), page)).members().getFirst()) {
      case MemberSnapshots.Readable read -> read;
      case MemberSnapshots.Unreadable silent ->
          throw PAGES_KEPT.broken("snapshots of a member that answers: " + silent);
    };
  }

  private void stopsAt(UnaryOperator<MemberCost> lower) {
    context().needs(Capability.DIAGNOSTICS);
    context().arrange(KernelScenario.LONG_HISTORY);
    DiagnosticCost declared = value(context().kernel().estimate(DiagnosticScope.DEEP));
    DiagnosticReport whole = run(declared);
    DiagnosticCost ceiling = DiagnosticCost.builder().cluster(declared.cluster()).scope(declared.scope())
        .addAllMembers(declared.members().stream().map(lower).toList()).build();

    DiagnosticReport stopped = run(ceiling);

    within(ceiling, stopped);
    for (int i = 0; i < whole.members().size(); i++) {
      if (whole.members().get(i) instanceof Collected all && stopped.members().get(i) instanceof Collected some) {
        boolean less = some.entries().size() < all.entries().size();
        CEILING_KEPT.require(less == (some.completion() == Completion.STOPPED_AT_CEILING), some.entries().size()
            + " of " + all.entries().size() + " entries of " + some.node() + " were collected and called "
            + some.completion());
      }
    }
  }

  private DiagnosticReport run(DiagnosticCost ceiling) {
    return value(context().kernel().runDiagnostics(new DiagnosticOrder("kit-diagnostics", ceiling)));
  }

  private static MemberCost lowered(MemberCost bound, long statements, long bytes) {
    return MemberCost.builder().node(bound.node()).maxStatements(statements).maxBytesRead(bytes)
        .maxDuration(bound.maxDuration()).addAllLocks(bound.locks()).build();
  }

  private static void within(DiagnosticCost ceiling, DiagnosticReport report) {
    for (MemberDiagnostics member : report.members()) {
      MemberCost bound = ceiling.members().stream().filter(cost -> cost.node().equals(member.node())).findFirst()
          .orElseThrow(() -> CEILING_KEPT.broken(member.node() + " was asked, and the ceiling does not name it"));
      if (member instanceof Collected got) {
        CEILING_KEPT.require(
            got.statements() <= bound.maxStatements() && got.bytesRead() <= bound.maxBytesRead()
                && got.duration().compareTo(bound.maxDuration()) <= 0,
            member.node() + " took " + got.statements() + " statements, " + got.bytesRead() + " bytes and "
                + got.duration() + " under the ceiling " + bound);
      }
    }
  }
}
