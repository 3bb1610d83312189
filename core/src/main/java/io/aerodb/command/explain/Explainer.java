package io.aerodb.command.explain;

import static io.aerodb.command.explain.ExplanationKeys.ACTION;
import static io.aerodb.command.explain.ExplanationKeys.ADDED_BY;
import static io.aerodb.command.explain.ExplanationKeys.AUTHORITY;
import static io.aerodb.command.explain.ExplanationKeys.CHECKS;
import static io.aerodb.command.explain.ExplanationKeys.CLASS;
import static io.aerodb.command.explain.ExplanationKeys.CLUSTER;
import static io.aerodb.command.explain.ExplanationKeys.COMMAND;
import static io.aerodb.command.explain.ExplanationKeys.CONFIRMATION;
import static io.aerodb.command.explain.ExplanationKeys.CONSEQUENCE;
import static io.aerodb.command.explain.ExplanationKeys.CONSEQUENCES;
import static io.aerodb.command.explain.ExplanationKeys.COST;
import static io.aerodb.command.explain.ExplanationKeys.DISPATCHED_AT;
import static io.aerodb.command.explain.ExplanationKeys.END;
import static io.aerodb.command.explain.ExplanationKeys.FAILURE;
import static io.aerodb.command.explain.ExplanationKeys.ID;
import static io.aerodb.command.explain.ExplanationKeys.INVARIANTS;
import static io.aerodb.command.explain.ExplanationKeys.KERNEL_ACTION;
import static io.aerodb.command.explain.ExplanationKeys.MEMBERS;
import static io.aerodb.command.explain.ExplanationKeys.NODE;
import static io.aerodb.command.explain.ExplanationKeys.NOW;
import static io.aerodb.command.explain.ExplanationKeys.OPERATOR;
import static io.aerodb.command.explain.ExplanationKeys.ORIGIN;
import static io.aerodb.command.explain.ExplanationKeys.OVERRIDABLE;
import static io.aerodb.command.explain.ExplanationKeys.PLANNED_AT;
import static io.aerodb.command.explain.ExplanationKeys.RECOVERY;
import static io.aerodb.command.explain.ExplanationKeys.REQUEST;
import static io.aerodb.command.explain.ExplanationKeys.REVERSIBILITY;
import static io.aerodb.command.explain.ExplanationKeys.SEQUENCE;
import static io.aerodb.command.explain.ExplanationKeys.SESSION;
import static io.aerodb.command.explain.ExplanationKeys.SETTLED;
import static io.aerodb.command.explain.ExplanationKeys.STATE;
import static io.aerodb.command.explain.ExplanationKeys.TEXT;
import static io.aerodb.command.explain.ExplanationKeys.THEN;
import static io.aerodb.command.explain.ExplanationKeys.THEN_UNKNOWN;
import static io.aerodb.command.explain.ExplanationKeys.UNREACHABLE;
import static io.aerodb.command.explain.ExplanationKeys.UNRESOLVED;
import static io.aerodb.command.explain.ExplanationKeys.VALID_UNTIL;
import static io.aerodb.command.explain.ExplanationKeys.WAL;
import static io.aerodb.command.explain.ExplanationKeys.WRITES_AT_RISK;

import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.json.Json;
import io.aerodb.command.Command;
import io.aerodb.command.CommandType;
import io.aerodb.command.Confirmable;
import io.aerodb.command.Consequence;
import io.aerodb.command.Immediate;
import io.aerodb.command.KernelJson;
import io.aerodb.command.error.Invariant;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.WalPosition;
import java.util.List;
import java.util.TreeSet;

/**
 * Makes explanations. It is handed values only, and can't reach a kernel (CM-2.4).
 *
 * @since 0.1
 */
public final class Explainer {
  private Explainer() {}

  /** Explains a command that runs when it is asked for. */
  public static Explanation explain(RequestContext<? extends Immediate<?>> context) {
    return new Explanation(frame(context, List.of()).build());
  }

  /**
   * Explains a command that needs a confirmation.
   *
   * @param context who asks for what
   * @param planning what was read of the kernel
   * @param validity when it was read, and until when it may be confirmed; the end is left out of what is refused anyway
   * @param controlStatus what the trail says of control commands
   */
  public static Explanation explain(RequestContext<? extends Confirmable<?>> context, PlanBasis planning,
      Validity validity,
      ControlStatus controlStatus) {
    Json.ObjectBuilder document = switch (planning) {
      case PlanBasis.Estimated(var cost) -> frame(context, List.of()).put(COST, KernelJson.of(cost));
      case PlanBasis.Assessed(Judgement judgement) -> judged(context, judgement, controlStatus);
    };
    document.put(PLANNED_AT, validity.from().toString());
    boolean refused = planning instanceof PlanBasis.Assessed(Judgement judgement) && !judgement.refusals().isEmpty();
    if (!refused) {
      document.put(VALID_UNTIL, validity.until().toString());
    }
    if (!controlStatus.recovery().isEmpty()) {
      document.put(RECOVERY, new Json.Arr(controlStatus.recovery().stream()
          .map(notice -> (Json) Json.object().put(ID, notice.id()).put(TEXT, notice.text()).build()).toList()));
    }
    return new Explanation(document.build());
  }

  private static Json.ObjectBuilder frame(RequestContext<?> context, List<InvariantId> kernelInvariants) {
    Command<?> command = context.command();
    CommandType type = command.type();
    var invariants = new TreeSet<>(kernelInvariants);
    type.commandClass().invariants().stream().map(Invariant::id).forEach(invariants::add);
    return Json.object()
        .put(ACTION, command.sentence())
        .put(AUTHORITY, context.operator().authority().label())
        .put(CLASS, type.commandClass().label())
        .put(CLUSTER, context.cluster().value())
        .put(COMMAND, command.json())
        .put(CONFIRMATION, type.confirmation().label())
        .put(CONSEQUENCES, new Json.Arr(type.consequences().stream().map(Explainer::consequence).toList()))
        .put(FAILURE, type.commandClass().failureRule())
        .put(INVARIANTS, KernelJson.invariants(invariants))
        .put(KERNEL_ACTION, type.kernelAction())
        .put(OPERATOR, context.operator().name())
        .put(ORIGIN, context.origin())
        .put(REQUEST, context.request().value())
        .put(SESSION, context.session());
  }

  private static Json consequence(Consequence consequence) {
    return Json.object().put(REVERSIBILITY, consequence.reversibility().name()).put(TEXT, consequence.text())
        .build();
  }

  private static Json.ObjectBuilder judged(RequestContext<?> context, Judgement judgement,
      ControlStatus controlStatus) {
    Assessment assessment = judgement.assessment();
    boolean force = judgement.command().transition() == Transition.FORCED_PROMOTION;
    List<InvariantId> invariants = judgement.checks().stream().map(check -> check.finding().invariant()).toList();
    return frame(context, invariants)
        .put(CHECKS,
            new Json.Arr(judgement.checks().stream().map(check -> check(check, force && check.unsatisfied()))
                .toList()))
        .put(MEMBERS, new Json.Arr(assessment.members().stream().map(member -> member(member, assessment)).toList()))
        .put(STATE, KernelJson.of(assessment))
        .put(UNRESOLVED,
            new Json.Arr(controlStatus.unresolved().stream().map(u -> unresolved(u, judgement)).toList()));
  }

  /** The full risk is shown of what a force would lift; whether something could be lifted is said nowhere else. */
  private static Json check(JudgedCheck check, boolean withRisk) {
    Finding finding = check.finding();
    Json.ObjectBuilder json = KernelJson.of(finding);
    if (!check.isKernels()) {
      json.put(ADDED_BY, "command model");
    }
    if (withRisk) {
      json.put(OVERRIDABLE, finding.overridable()).put(CONSEQUENCE, finding.consequence())
          .put(REVERSIBILITY, finding.reversibility().name())
          .put(WRITES_AT_RISK, KernelJson.of(finding.writesAtRisk()));
    }
    return json.build();
  }

  private static Json member(MemberState member, Assessment assessment) {
    var json = Json.object().put(NODE, member.node().value());
    switch (member) {
      case MemberState.Reachable m ->
          json.put(NOW, KernelJson.name(m.replication())).putText(WAL, m.position().map(WalPosition::toString));
      case MemberState.Unreachable m -> json.put(UNREACHABLE, m.evidence());
    }
    switch (assessment.rolesAfter().get(member.node())) {
      case RoleAfter.Becomes(var state) -> json.put(THEN, KernelJson.name(state));
      case RoleAfter.CannotBeTold(String reason) -> json.put(THEN_UNKNOWN, reason);
      case null -> throw new IllegalStateException("an assessment names the role of each member");
    }
    return json.build();
  }

  private static Json unresolved(UnresolvedRequest earlier, Judgement judgement) {
    var event = earlier.dispatched().event();
    var json = Json.object().put(DISPATCHED_AT, event.time().toString()).put(END, earlier.end().name())
        .putText(OPERATOR, event.operator()).put(REQUEST, earlier.requestId())
        .put(SEQUENCE, earlier.dispatched().sequence())
        .put(SETTLED, String.valueOf(judgement.settled().get(earlier.requestId())));
    event.command().ifPresent(command -> json.put(COMMAND, command));
    return json.build();
  }
}
