package io.aerodb.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Stage;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Session;
import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.Transition;
import io.aerodb.sim.ClusterEvent;
import io.aerodb.testkit.plane.ClusterFixture;
import io.aerodb.testkit.plane.TmpfsDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kills a host at every boundary of each control command, and tests what is left (P7-F2, CM-12.1). */
class ControlCrashTest {
  private static final List<Subject> CONTROL =
      List.of(Subject.REQUEST_PROMOTION, Subject.REQUEST_DEMOTION, Subject.FORCE_PROMOTION);

  @TempDir(factory = TmpfsDirectory.class)
  static Path base;

  static Stream<Arguments> all() {
    return CONTROL.stream().flatMap(subject -> CrashStage.of(subject).stream().map(at -> Arguments.of(subject, at)));
  }

  static Stream<Arguments> row(int row) {
    return CONTROL.stream()
        .flatMap(subject -> CrashStage.ofRow(subject, row).stream().map(at -> Arguments.of(subject, at)));
  }

  static Stream<Arguments> row0() {
    return row(0);
  }

  static Stream<Arguments> row1() {
    return row(1);
  }

  static Stream<Arguments> row2() {
    return row(2);
  }

  static Stream<Arguments> row3() {
    return row(3);
  }

  static Stream<Arguments> row4() {
    return row(4);
  }

  static Stream<Arguments> row5() {
    return row(5);
  }

  @ParameterizedTest
  @MethodSource("row1")
  @DisplayName("before the request is recorded: nothing happened, no record")
  @CoversViolation({"FM-1", "P7-F2"})
  void nothing_happened_and_there_is_no_record(Subject subject, CrashStage stage) {
    try (Aftermath found = Aftermath.of(base, subject, stage)) {
      assertThat(found.log.first(Subject.REQUEST)).isEmpty();
      assertThat(found.cluster.steps()).isEmpty();
      Findings.assertUnresolved(found, false);
    }
  }

  @ParameterizedTest
  @MethodSource("row2")
  @DisplayName("after the request, before confirmation: nothing executed, and the proposal is gone")
  @CoversViolation({"FM-2", "P7-F2", "CF-7"})
  void the_proposal_is_gone(Subject subject, CrashStage stage) {
    try (Aftermath found = Aftermath.of(base, subject, stage)) {
      Findings.assertTrail(found);
      Findings.assertProposalIsGone(found);
      Findings.assertUnresolved(found, false);
      assertThat(found.cluster.steps()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("row3")
  @DisplayName("after confirmation, before dispatch: nothing executed, and the confirmation is worthless")
  @CoversViolation({"FM-3", "P7-F2", "CF-7"})
  void the_confirmation_is_worthless(Subject subject, CrashStage stage) {
    try (Aftermath found = Aftermath.of(base, subject, stage)) {
      Findings.assertTrail(found);
      Findings.assertProposalIsGone(found);
      Findings.assertUnresolved(found, false);
      assertThat(ClusterFixture.stages(found.log, Subject.REQUEST)).doesNotContain(Stage.DISPATCHED);
      assertThat(found.cluster.steps()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("row4")
  @DisplayName("during dispatch: unknown, only the kernel can prove what happened, and it is never sent again")
  @CoversViolation({"FM-4", "P7-F2", "P7-F3"})
  void it_is_unresolved_and_never_sent_again(Subject subject, CrashStage stage) {
    try (Aftermath found = Aftermath.of(base, subject, stage)) {
      Findings.assertTrail(found);
      Findings.assertUnresolved(found, true);
      assertThat(settled(found)).isEqualTo(stage.cannotBeTold() ? RequestResolution.CANNOT_TELL
          : stage.executed() ? RequestResolution.EXECUTED : RequestResolution.NOT_EXECUTED);
      // The kernel makes durable what its own marker decided, once something else changes the cluster.
      ClusterFixture.happen(found.cluster, new ClusterEvent.TakeSnapshot(ClusterFixture.C));
      assertThat(found.executions()).isEqualTo(stage.executed() ? 1 : 0);
      assertThat(Findings.transitions(found)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("row5")
  @DisplayName("after the kernel acknowledged, before the outcome is recorded: executed, if the kernel says so")
  @CoversViolation({"FM-5", "P7-F2"})
  void it_was_executed_once_and_the_trail_shows_a_dispatch_without_outcome(Subject subject, CrashStage stage) {
    try (Aftermath found = Aftermath.of(base, subject, stage)) {
      Findings.assertTrail(found);
      Findings.assertUnresolved(found, true);
      assertThat(settled(found)).isEqualTo(RequestResolution.EXECUTED);
      assertThat(found.executions()).isEqualTo(1);
      assertThat(Findings.transitions(found)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("row0")
  @DisplayName("an end that was written is found, also if nobody was told")
  @Covers("AU-5")
  void an_end_that_was_written_is_found(Subject subject, CrashStage stage) {
    try (Aftermath found = Aftermath.of(base, subject, stage)) {
      Findings.assertTrail(found);
      Findings.assertUnresolved(found, false);
      assertThat(found.executions()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("a duplicate arrives at any time: rejected, with a reference to the first")
  @CoversViolation({"FM-6", "CM-9.1", "P7-F3"})
  void a_duplicate_is_rejected(Subject subject, CrashStage stage) {
    try (Aftermath found = Aftermath.of(base, subject, stage)) {
      Findings.assertDuplicateIsRejected(found);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("nothing that was acknowledged is missing, and nothing is synthesised")
  @CoversViolation({"AU-5", "AU-7"})
  @Covers(command = {"request_promotion", "request_demotion", "force_promotion"}, aspect = Aspect.CRASH_SAFETY)
  void nothing_is_missing_and_nothing_is_synthesised(Subject subject, CrashStage stage) {
    List<String> lines;
    try (Aftermath found = Aftermath.of(base, subject, stage)) {
      Findings.assertAcknowledgedIsThere(found);
      Findings.assertNothingSynthesised(found);
      lines = found.lines();
    }
    try (Aftermath again = Aftermath.of(base, subject, stage)) {
      assertThat(again.lines()).as("opened from the same bytes").isEqualTo(lines);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("the next control command names what is unresolved, and demands its id if the kernel can't tell")
  @Covers("CM-9.2")
  void the_next_control_command_names_what_is_unresolved(Subject subject, CrashStage stage) {
    try (Aftermath found = Aftermath.of(base, subject, stage)) {
      if (subject == Subject.FORCE_PROMOTION && stage.executed()) {
        ClusterFixture.happen(found.cluster, new ClusterEvent.Return(ClusterFixture.A));
      }
      Session session = found.plane.session(ClusterFixture.BOB);
      boolean executed = found.executions() == 1 || stage == CrashStage.IN_KERNEL_AFTER_EFFECT;

      Proposal<?> next = ClusterFixture.proposed(session.submit(found.subject.next("next-1", executed)));

      assertThat(next.explanation().document().get("unresolved").toString().contains(Subject.REQUEST))
          .isEqualTo(stage.unresolved());
      assertThat(ClusterFixture.demands(next).contains("unresolved:" + Subject.REQUEST))
          .isEqualTo(stage.cannotBeTold());
      if (stage.cannotBeTold()) {
        assertThat(ClusterFixture.codes(session.confirm(next, without("unresolved:" + Subject.REQUEST, next))))
            .containsExactly(ErrorCode.ACKNOWLEDGEMENT_INCOMPLETE);
        assertThat(Findings.transitions(found)).isZero();
        next = ClusterFixture.proposed(session.submit(found.subject.next("next-2", executed)));
      }
      assertThat(session.confirm(next, ClusterFixture.right(next))).isInstanceOf(Outcome.Executed.class);
      Findings.assertUnresolved(found, false);
      assertThat(found.executions()).isEqualTo(stage.executed() ? 1 : 0);
    }
  }

  private static Acknowledgement without(String demand, Proposal<?> proposal) {
    Acknowledgement right = ClusterFixture.right(proposal);
    var answers = new TreeMap<>(right.answers());
    answers.remove(demand);
    return new Acknowledgement(right.digest(), answers);
  }

  private static RequestResolution settled(Aftermath found) {
    return switch (found.kernel.assess(Transition.PROMOTION, ClusterFixture.C,
        new TreeSet<>(List.of(Subject.REQUEST)))) {
      case KernelResponse.Completed<Assessment>(Assessment assessment) -> assessment.settled().get(Subject.REQUEST);
      case KernelResponse.Rejected<Assessment> rejected -> throw new AssertionError(rejected.toString());
    };
  }
}
