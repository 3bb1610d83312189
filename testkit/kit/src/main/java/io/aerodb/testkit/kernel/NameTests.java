package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelDuty.ANSWERED_AS_ASKED;
import static io.aerodb.testkit.kernel.KernelDuty.EXACT_IDS;
import static io.aerodb.testkit.kernel.KernelTestContext.NOBODY;
import static io.aerodb.testkit.kernel.KernelTestContext.ids;
import static io.aerodb.testkit.kernel.KernelTestContext.refused;
import static io.aerodb.testkit.kernel.KernelTestContext.value;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.MemberCost;
import io.aerodb.kernel.MemberDiagnostics;
import io.aerodb.kernel.MemberSnapshots;
import io.aerodb.kernel.MemberWal;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.SnapshotView;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.WalView;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests of names and answers: a name is taken exactly, and an answer is for what was asked. */
abstract class NameTests extends KernelGroup {
  private static final Page PAGE = new Page(2, 7);

  NameTests(KernelKit kit) {
    super(kit);
  }

  @Test
  @VerifiesKernel(EXACT_IDS)
  void a_name_that_is_no_members_is_refused_by_every_read() {
    refusedEverywhere(NOBODY);
  }

  @Test
  @VerifiesKernel(EXACT_IDS)
  void a_name_that_only_looks_like_a_members_is_refused_by_every_read() {
    List<NodeId> members = context().members();
    String name = members.getFirst().value();
    String upper = name.toUpperCase(Locale.ROOT);

    refusedEverywhere(new NodeId(upper.equals(name) ? name.toLowerCase(Locale.ROOT) + "-" : upper));
    refusedEverywhere(new NodeId(name + "."));
  }

  @Test
  @VerifiesKernel(EXACT_IDS)
  void an_order_for_a_name_that_is_no_members_is_refused() {
    context().arrange(KernelScenario.PRIMARY_LOST);

    context().refused(EXACT_IDS, context().order(Transition.PROMOTION, NOBODY));
    if (!context().denies(Capability.FORCED_PROMOTION)) {
      String code = context().assess(Transition.FORCED_PROMOTION, context().replica()).findings().getFirst().code();
      context().refused(EXACT_IDS, context().order(Transition.FORCED_PROMOTION, NOBODY, code));
    }
  }

  @Test
  @VerifiesKernel(EXACT_IDS)
  void a_demotion_of_a_name_that_is_no_members_is_refused() {
    context().needs(Capability.DEMOTION);

    context().refused(EXACT_IDS, context().order(Transition.DEMOTION, NOBODY));
  }

  @Test
  @VerifiesKernel(EXACT_IDS)
  void diagnostics_of_a_name_that_is_no_members_are_refused() {
    context().needs(Capability.DIAGNOSTICS);
    MemberCost bound = MemberCost.builder().node(NOBODY).maxStatements(10).maxBytesRead(10)
        .maxDuration(Duration.ofSeconds(1)).build();
    DiagnosticCost ceiling = DiagnosticCost.builder().cluster(context().kernel().cluster())
        .scope(DiagnosticScope.SUMMARY).addMembers(bound).build();

    refused(EXACT_IDS, "diagnostics of " + NOBODY,
        context().kernel().runDiagnostics(new DiagnosticOrder("kit-diagnostics", ceiling)));
  }

  @Test
  @VerifiesKernel(ANSWERED_AS_ASKED)
  void each_member_is_answered_for_itself() {
    Kernel kernel = context().kernel();

    for (NodeId node : context().members()) {
      NodeId answered = value(kernel.inspectNode(node)).member().node();
      ANSWERED_AS_ASKED.require(answered.equals(node), "inspectNode(" + node + ") answered for " + answered);
    }
  }

  @Test
  @VerifiesKernel(ANSWERED_AS_ASKED)
  void a_page_of_one_member_is_of_that_member_and_of_that_page() {
    Kernel kernel = context().kernel();
    NodeId node = context().members().getLast();

    if (!context().denies(Capability.WAL)) {
      WalView wal = value(kernel.inspectWal(Optional.of(node), PAGE));
      asked(wal.page(), wal.members().stream().map(MemberWal::node).toList(), node, "inspectWal");
    }
    if (!context().denies(Capability.SNAPSHOTS)) {
      SnapshotView taken = value(kernel.inspectSnapshots(Optional.of(node), PAGE));
      asked(taken.page(), taken.members().stream().map(MemberSnapshots::node).toList(), node, "inspectSnapshots");
    }
  }

  @Test
  @VerifiesKernel(ANSWERED_AS_ASKED)
  void an_assessment_is_of_what_was_asked_and_settles_the_requests_it_was_given() {
    for (NodeId target : context().replicas()) {
      Assessment answer = context().assess(Transition.PROMOTION, target, "kit-one", "kit-two");

      ANSWERED_AS_ASKED.require(answer.transition() == Transition.PROMOTION && answer.target().equals(target),
          "asked about PROMOTION of " + target + ", answered " + answer.transition() + " of " + answer.target());
      ANSWERED_AS_ASKED.require(answer.settled().keySet().equals(Set.of("kit-one", "kit-two")),
          "asked about the requests kit-one and kit-two, settled " + answer.settled());
    }
  }

  @Test
  @VerifiesKernel(ANSWERED_AS_ASKED)
  void diagnostics_are_of_the_scope_and_of_the_members_that_the_ceiling_names() {
    context().needs(Capability.DIAGNOSTICS);
    Kernel kernel = context().kernel();

    for (DiagnosticScope scope : DiagnosticScope.values()) {
      DiagnosticCost cost = value(kernel.estimate(scope));
      DiagnosticReport report = value(kernel.runDiagnostics(new DiagnosticOrder("kit-" + scope, cost)));
      ANSWERED_AS_ASKED.require(cost.scope() == scope && report.scope() == scope,
          "asked for " + scope + ", declared " + cost.scope() + " and collected " + report.scope());
      List<NodeId> declared = cost.members().stream().map(MemberCost::node).toList();
      List<NodeId> collected = report.members().stream().map(MemberDiagnostics::node).toList();
      ANSWERED_AS_ASKED.require(declared.equals(collected),
          "the ceiling names " + declared + " but the report " + collected);
    }
  }

  private void refusedEverywhere(NodeId name) {
    Kernel kernel = context().kernel();
    refused(EXACT_IDS, "inspectNode(" + name + ")", kernel.inspectNode(name));
    for (Transition transition : Transition.values()) {
      refused(EXACT_IDS, "assess(" + transition + ", " + name + ")", kernel.assess(transition, name, ids()));
    }
    if (!context().denies(Capability.WAL)) {
      refused(EXACT_IDS, "inspectWal(" + name + ")", kernel.inspectWal(Optional.of(name), PAGE));
    }
    if (!context().denies(Capability.SNAPSHOTS)) {
      refused(EXACT_IDS, "inspectSnapshots(" + name + ")", kernel.inspectSnapshots(Optional.of(name), PAGE));
    }
  }

  private static void asked(Page page, List<NodeId> members, NodeId node, String read) {
    ANSWERED_AS_ASKED.require(page.equals(PAGE) && members.equals(List.of(node)),
        read + "(" + node + ", " + PAGE + ") answered " + page + " of " + members);
  }
}
