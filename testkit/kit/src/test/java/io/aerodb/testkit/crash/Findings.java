package io.aerodb.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.Verification;
import io.aerodb.command.RequestId;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Reply;
import io.aerodb.command.session.Session;
import io.aerodb.testkit.fault.KernelMethod;
import io.aerodb.testkit.plane.ClusterFixture;
import java.util.List;
import java.util.TreeMap;

/** Assertions that hold after every kill, whatever was killed and wherever. */
final class Findings {
  private Findings() {}

  /** The records end where the process died: at a boundary, or within one append whose first records were whole. */
  static void assertTrail(Aftermath found) {
    List<Stage> expected = found.stage.trail(found.subject);
    List<Stage> stages = ClusterFixture.stages(found.log, Subject.REQUEST);
    if (found.stage.torn()) {
      assertThat(expected).startsWith(stages.toArray(Stage[]::new));
      assertThat(expected.size() - stages.size()).isLessThanOrEqualTo(1);
    } else {
      assertThat(stages).isEqualTo(expected);
    }
  }

  /** AU-5: every receipt that was handed out names a record that is there, byte for byte. */
  static void assertAcknowledgedIsThere(Aftermath found) {
    assertThat(found.said).as("the earlier request was answered").anyMatch(line -> line.contains("Executed 3 "));
    List<AuditRecord> records = ClusterFixture.records(found.log);
    for (String line : found.said) {
      String[] words = line.split(" ", -1);
      if (words.length == 4) {
        AuditRecord record = records.get(Integer.parseInt(words[2]) - 1);
        assertThat(record.receipt().leafHash()).as(line).isEqualTo(words[3]);
      } else {
        assertThat(line).isEqualTo(found.stage + " proposed");
        assertThat(ClusterFixture.stages(found.log, Subject.REQUEST)).contains(Stage.PROPOSED);
      }
    }
  }

  /** AU-7: what is there was written before the kill; opening the log and a plane on it adds nothing. */
  static void assertNothingSynthesised(Aftermath found) {
    assertThat(found.lines()).allMatch(found.linesLeft::contains);
    assertThat(found.log.verify()).isEqualTo(new Verification.Consistent(found.lines().size()));
    assertThat(found.kernel.calls()).isEmpty();
  }

  /** What nobody can tell the end of is said; nothing else is. */
  static void assertUnresolved(Aftermath found, boolean expected) {
    List<UnresolvedRequest> unresolved = found.log.controlStatus().unresolved();
    assertThat(unresolved).extracting(UnresolvedRequest::requestId)
        .isEqualTo(expected ? List.of(Subject.REQUEST) : List.of());
    assertThat(unresolved).extracting(UnresolvedRequest::end).allMatch(UnresolvedRequest.End.MISSING::equals);
  }

  /** A proposal does not survive its process, whatever is offered for it. */
  static void assertProposalIsGone(Aftermath found) {
    Session session = found.plane.session(ClusterFixture.ADA);
    var baked = new Acknowledgement("0".repeat(64), new TreeMap<>());
    assertThat(session.openProposal()).isEmpty();
    assertThat(ClusterFixture.codes(session.confirm(new RequestId(Subject.REQUEST), baked)))
        .containsExactly(ErrorCode.PROPOSAL_UNKNOWN);
    assertThat(actions(found)).isZero();
  }

  /**
   * FM-6: the request that was under way, given again, refers to the first one and reaches no action; an id that nobody
   * claimed is new.
   */
  static void assertDuplicateIsRejected(Aftermath found) {
    var first = found.log.first(Subject.REQUEST);
    long executed = found.executions();
    Reply<?> again = found.plane.session(ClusterFixture.ADA).submit(found.subject.input());
    if (first.isPresent()) {
      assertThat(ClusterFixture.codes(again)).containsExactly(ErrorCode.DUPLICATE_REQUEST);
      assertThat(again.toString()).contains("claimed by record " + first.get().sequence() + " ");
      assertThat(actions(found)).isZero();
    } else {
      assertThat(found.stage).isIn(CrashStage.BEFORE_CLAIM, CrashStage.TORN_CLAIM);
      boolean asks = found.subject.flow() != CrashStage.Flow.ALL;
      assertThat(again instanceof Proposal<?>).isEqualTo(asks);
    }
    assertThat(found.executions()).isEqualTo(executed);
  }

  static long actions(Aftermath found) {
    return found.kernel.calls().stream().filter(call -> call.method().isAction()).count();
  }

  static long transitions(Aftermath found) {
    return found.kernel.calls().stream().map(call -> call.method()).filter(KernelMethod::isTransition).count();
  }
}
