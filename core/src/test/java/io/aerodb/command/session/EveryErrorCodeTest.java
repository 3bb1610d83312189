package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.DEMOTION;
import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.force;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.store.MemoryAuditLog;
import io.aerodb.command.Authority;
import io.aerodb.command.CommandInput;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.OperatorInput;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.SampleViews;
import io.aerodb.command.doubles.ScriptedKernel;
import io.aerodb.command.doubles.WatchedLog;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.ErrorDomain;
import io.aerodb.command.error.Execution;
import io.aerodb.command.error.Invariant;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Proves CM-10.1, CM-10.3, CM-10.4, ER-1, ER-3, ER-5, ER-7, ER-8: each error is really produced, complete, and recorded
 * as it was told.
 */
class EveryErrorCodeTest {
  private static final Map<ErrorCode, Function<PlaneFixture, Object>> SCENARIOS = new EnumMap<>(ErrorCode.class);

  static {
    inputs();
    validations();
    confirmations();
    preconditions();
    transports();
  }

  private static void on(ErrorCode code, Function<PlaneFixture, Object> scenario) {
    SCENARIOS.put(code, scenario);
  }

  private static void input(ErrorCode code, String command, Map<String, List<String>> arguments) {
    on(code, b -> b.session.submit(CommandInput.of(Optional.of("r-1"), Optional.of(command), arguments)));
  }

  private static void inputs() {
    on(ErrorCode.INPUT_MALFORMED, b -> b.session.submit(CommandInput.parse("{")));
    on(ErrorCode.INPUT_TOO_LARGE, b -> b.session.submit(CommandInput.parse(" ".repeat(70_000))));
    on(ErrorCode.REQUEST_ID_MISSING, b -> b.session.submit(CommandInput.parse("{}")));
    on(ErrorCode.REQUEST_ID_MALFORMED, b -> b.session.submit(CommandInput.parse("{\"request\":\" \"}")));
    on(ErrorCode.COMMAND_MISSING, b -> b.session.submit(CommandInput.parse("{}")));
    input(ErrorCode.COMMAND_UNKNOWN, "restart", Map.of());
    input(ErrorCode.ARGUMENT_UNKNOWN, "inspect_cluster_state", Map.of("node", List.of("n1")));
    input(ErrorCode.ARGUMENT_MISSING, "inspect_node", Map.of());
    input(ErrorCode.ARGUMENT_REPEATED, "inspect_node", Map.of("node", List.of("n1", "n2")));
    input(ErrorCode.REASON_MISSING, "request_promotion", Map.of("replica", List.of("n2")));
    input(ErrorCode.NODE_ID_MALFORMED, "inspect_node", Map.of("node", List.of("*")));
    input(ErrorCode.INVARIANT_ID_MALFORMED, "force_promotion", Map.of("overrides", List.of("all")));
    input(ErrorCode.SCOPE_UNKNOWN, "run_diagnostics", Map.of("scope", List.of("all")));
    input(ErrorCode.PAGE_OUT_OF_RANGE, "inspect_wal", Map.of("page", List.of("0")));
    input(ErrorCode.TEXT_TOO_LONG, "request_promotion", Map.of("reason", List.of("x".repeat(501))));
    input(ErrorCode.TEXT_FORBIDDEN_CHARACTER, "request_promotion", Map.of("reason", List.of("\u202E")));
    on(ErrorCode.OPERATOR_MISSING, b -> admit(b, Optional.empty(), Optional.of("operator")));
    on(ErrorCode.AUTHORITY_UNKNOWN, b -> admit(b, Optional.of("ann"), Optional.of("root")));
  }

  private static Object admit(PlaneFixture fixture, Optional<String> name, Optional<String> authority) {
    return ((Admission.Denied) fixture.plane.admit(new OperatorInput(name, authority))).outcome();
  }

  private static void validations() {
    on(ErrorCode.AUTHORITY_INSUFFICIENT,
        b -> b.session("olga", Authority.AUDITOR).run(id("r-1"), new InspectClusterState()));
    on(ErrorCode.SESSION_CLOSED, b -> {
      b.session.close();
      return b.session.run(id("r-1"), new InspectClusterState());
    });
    on(ErrorCode.DUPLICATE_REQUEST, b -> {
      b.runs("r-1", PROMOTION);
      return b.session.propose(id("r-1"), PROMOTION);
    });
    on(ErrorCode.REQUEST_ID_REUSED, b -> {
      b.runs("r-1", PROMOTION);
      return b.session.propose(id("r-1"), DEMOTION);
    });
    on(ErrorCode.PROPOSAL_ALREADY_OPEN, b -> {
      b.propose("r-1", PROMOTION);
      return b.session.propose(id("r-2"), PROMOTION);
    });
    on(ErrorCode.PROPOSAL_UNKNOWN, b -> b.session.refuse(id("r-1")));
    on(ErrorCode.CONTROL_MOVED, b -> {
      Session other = b.session("bob", Authority.OPERATOR);
      Proposal<?> waiting = PlaneFixture.asked(other.propose(id("r-2"), PROMOTION));
      b.runs("r-1", PROMOTION);
      return other.confirm(waiting, yes(waiting));
    });
    on(ErrorCode.CONTROL_IN_FLIGHT, b -> {
      Session other = b.session("bob", Authority.OPERATOR);
      Object[] second = new Object[1];
      b.kernel.on("requestPromotion", a -> {
        second[0] = other.propose(id("r-2"), DEMOTION);
        return null;
      });
      b.runs("r-1", PROMOTION);
      return second[0];
    });
    on(ErrorCode.AUDIT_LOG_ON_OPERATED_CLUSTER, b -> refused(MemoryAuditLog.residingIn("log", "aero-1")));
    on(ErrorCode.AUDIT_LOG_OF_ANOTHER_CLUSTER, b -> {
      PlaneFixture other = new PlaneFixture(new ScriptedKernel(new ClusterId("aero-2")), WatchedLog.empty());
      other.session.refuse(id("r-1"));
      return refused(other.log);
    });
  }

  private static CommandError refused(AuditLog log) {
    return catchThrowableOfType(PlaneRefusedException.class, () -> ControlPlane.on(new ScriptedKernel(), log).open())
        .error();
  }

  private static void confirmations() {
    on(ErrorCode.CONFIRMATION_DECLINED, b -> b.session.refuse(b.propose("r-1", PROMOTION)));
    on(ErrorCode.CONFIRMATION_NOT_YOURS, b -> b.session("bob", Authority.OPERATOR).refuse(b.propose("r-1", PROMOTION)));
    on(ErrorCode.CONFIRMATION_ALREADY_USED, b -> {
      Proposal<?> proposal = b.propose("r-1", PROMOTION);
      b.session.refuse(proposal);
      return b.session.confirm(proposal, yes(proposal));
    });
    on(ErrorCode.CONFIRMATION_EXPIRED, b -> {
      Proposal<?> proposal = b.propose("r-1", PROMOTION);
      b.clock.move(Duration.ofHours(1));
      return b.session.confirm(proposal, yes(proposal));
    });
    on(ErrorCode.CONFIRMATION_STALE, b -> {
      Proposal<?> proposal = b.propose("r-1", PROMOTION);
      b.cannotSeePrimary();
      return b.session.confirm(proposal, yes(proposal));
    });
    answered(ErrorCode.ACKNOWLEDGEMENT_OF_ANOTHER, "digest", "0");
    answered(ErrorCode.ACKNOWLEDGEMENT_INCOMPLETE, "target", null);
    answered(ErrorCode.ACKNOWLEDGEMENT_WRONG, "target", "n3");
    answered(ErrorCode.ACKNOWLEDGEMENT_UNASKED, "force", "yes");
  }

  private static void answered(ErrorCode code, String demand, String answer) {
    on(code, b -> {
      Proposal<?> proposal = b.propose("r-1", PROMOTION);
      var answers = new TreeMap<>(yes(proposal).answers());
      String digest = demand.equals("digest") ? answer : proposal.challenge().digest();
      if (answer == null) {
        answers.remove(demand);
      } else if (!demand.equals("digest")) {
        answers.put(demand, answer);
      }
      return b.session.confirm(proposal, new Acknowledgement(digest, answers));
    });
  }

  private static void preconditions() {
    on(ErrorCode.REQUIRED_CHECK_MISSING, b -> {
      b.kernel.completes("assess", a -> SampleCluster.assessmentBuilder(Transition.PROMOTION, SampleCluster.N2)
          .addAllFindings(SampleCluster.findings().subList(1, 4)).build());
      return b.session.propose(id("r-1"), PROMOTION);
    });
    on(ErrorCode.TARGET_UNRESOLVED, b -> {
      b.kernel.fails("requestPromotion", new IllegalStateException());
      b.runs("r-1", PROMOTION);
      return b.session.propose(id("r-2"), PROMOTION);
    });
    on(ErrorCode.OVERRIDES_NOT_EXACT, b -> {
      b.cannotSeePrimary();
      return b.session.propose(id("r-1"), force("P6-S1"));
    });
    on(ErrorCode.OVERRIDE_NOT_POSSIBLE, b -> {
      b.finds(SampleCluster.findingBuilder("P6-A1", Verdict.VIOLATED).overridable(false).build());
      return b.session.propose(id("r-1"), force("P6-A1"));
    });
    on(ErrorCode.NOTHING_TO_OVERRIDE, b -> b.session.propose(id("r-1"), force("P6-A1")));
    on(ErrorCode.COST_NOT_DECLARED, b -> {
      b.kernel.completes("estimate", a -> SampleCluster.cost(DiagnosticScope.SUMMARY));
      return b.session.propose(id("r-1"), new RunDiagnostics(DiagnosticScope.DEEP));
    });
    on(ErrorCode.EXPLANATION_TOO_LARGE, b -> {
      b.finds(TooLarge.findings());
      return b.session.propose(id("r-1"), PROMOTION);
    });
    on(ErrorCode.CLUSTER_MISMATCH, b -> {
      PlaneFixture other = new PlaneFixture(new ScriptedKernel(new ClusterId("aero-2")), WatchedLog.empty());
      return other.session.run(id("r-1"), new InspectClusterState());
    });
    on(ErrorCode.KERNEL_REJECTED, b -> {
      b.kernel.rejects("requestPromotion", "AERO_DENIED", "no");
      return b.runs("r-1", PROMOTION);
    });
  }

  private static void transports() {
    on(ErrorCode.KERNEL_UNAVAILABLE, b -> {
      b.kernel.fails("assess", new IllegalStateException());
      return b.session.propose(id("r-1"), PROMOTION);
    });
    on(ErrorCode.OUTCOME_UNKNOWN, b -> {
      b.kernel.fails("requestPromotion", new IllegalStateException());
      return b.runs("r-1", PROMOTION);
    });
    on(ErrorCode.KERNEL_ANSWER_MISMATCH, b -> {
      b.kernel.on("requestPromotion", a -> new KernelResponse.Completed<>(SampleViews.cluster()));
      return b.runs("r-1", PROMOTION);
    });
    on(ErrorCode.AUDIT_UNAVAILABLE, b -> {
      b.log.next(really -> new Appended.NotWritten("disk full"));
      return b.session.run(id("r-1"), new InspectClusterState());
    });
    on(ErrorCode.AUDIT_INCOMPLETE, b -> {
      b.log.atAppend(2, really -> new Appended.NotWritten("disk full"));
      return ((RecordStatus.Missing) b.session.run(id("r-1"), new InspectClusterState()).trail()).error();
    });
  }

  private static List<CommandError> errors(Object produced) {
    return switch (produced) {
      case CommandError error -> List.of(error);
      case Outcome.Unknown<?> unknown -> List.of(unknown.error());
      case Reply<?> reply -> PlaneFixture.errors(reply);
      default -> throw new AssertionError(produced);
    };
  }

  @Test
  @Covers("CM-10.4")
  void there_is_no_error_without_a_scenario() {
    assertThat(SCENARIOS.keySet()).containsExactly(ErrorCode.values());
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  @Covers({"CM-10.1", "CM-10.4", "ER-1", "ER-3", "ER-7"})
  void it_is_produced_complete(ErrorCode code) {
    CommandError error =
        errors(SCENARIOS.get(code).apply(new PlaneFixture())).stream().filter(e -> e.code() == code).findFirst()
            .orElseThrow();

    assertThat(error.domain()).isEqualTo(code.domain());
    assertThat(error.invariants()).isNotEmpty();
    assertThat(error.message()).isNotEmpty();
    assertThat(error.execution()).isNotNull();
    boolean afterDispatch = code == ErrorCode.OUTCOME_UNKNOWN || code == ErrorCode.KERNEL_ANSWER_MISMATCH;
    assertThat(error.execution() == Execution.UNKNOWN).isEqualTo(afterDispatch);
    if (error.domain() != ErrorDomain.KERNEL_REJECTION) {
      assertThat(error.details()).isNotEmpty().allSatisfy(d -> {
        assertThat(d.expected()).isNotEmpty();
        assertThat(d.observed()).isNotEmpty();
      });
      assertThat(error.invariants()).extracting(i -> i.value())
          .isSubsetOf(Arrays.stream(Invariant.values()).map(i -> i.id().value()).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  @Covers({"CM-10.2", "P7-D2"})
  void it_is_the_same_word_for_word_when_it_happens_again(ErrorCode code) {
    assertThat(errors(SCENARIOS.get(code).apply(new PlaneFixture())))
        .isEqualTo(errors(SCENARIOS.get(code).apply(new PlaneFixture())));
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  @Covers("CM-10.3")
  void what_was_told_stands_in_the_trail(ErrorCode code) {
    PlaneFixture fixture = new PlaneFixture();

    Object produced = SCENARIOS.get(code).apply(fixture);

    if (produced instanceof Outcome<?> outcome && outcome.trail() instanceof RecordStatus.Recorded
        && code != ErrorCode.CLUSTER_MISMATCH) {
      String trail = fixture.log.records().toString();
      errors(produced).forEach(error -> assertThat(trail).contains(error.json().canonical()));
    }
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  @CoversViolation("ER-8")
  void no_sentence_recommends_anything(ErrorCode code) {
    String sentence = code.message().toLowerCase(Locale.ROOT);

    assertThat(sentence).doesNotContainPattern("\\b(should|try|retry|use|force|instead|please|again|consider)\\b");
    assertThat(code.message()).endsWith(".");
  }
}
