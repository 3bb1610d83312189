package io.aerodb.command.explain;

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
  public static Explanation explain(RequestContext<? extends Confirmable<?>> context, Planning planning,
      Validity validity,
      ControlStatus controlStatus) {
    Json.ObjectBuilder document = switch (planning) {
      case Planning.Nothing nothing -> frame(context, List.of());
      case Planning.Estimated(var cost) -> frame(context, List.of()).put("cost", KernelJson.of(cost));
      case Planning.Assessed(Judgement judgement) -> judged(context, judgement, controlStatus);
    };
    document.put("plannedAt", validity.from().toString());
    boolean refused = planning instanceof Planning.Assessed(Judgement judgement) && !judgement.refusals().isEmpty();
    if (!refused) {
      document.put("validUntil", validity.until().toString());
    }
    if (!controlStatus.recovery().isEmpty()) {
      document.put("recovery", new Json.Arr(controlStatus.recovery().stream()
          .map(notice -> (Json) Json.object().put("id", notice.id()).put("text", notice.text()).build()).toList()));
    }
    return new Explanation(document.build());
  }

  private static Json.ObjectBuilder frame(RequestContext<?> context, List<InvariantId> kernelInvariants) {
    Command<?> command = context.command();
    CommandType type = command.type();
    var invariants = new TreeSet<>(kernelInvariants);
    type.commandClass().invariants().stream().map(Invariant::id).forEach(invariants::add);
    return Json.object()
        .put("action", command.sentence())
        .put("authority", context.operator().authority().label())
        .put("class", type.commandClass().label())
        .put("cluster", context.cluster().value())
        .put("command", command.json())
        .put("confirmation", type.confirmation().label())
        .put("consequences", new Json.Arr(type.consequences().stream().map(Explainer::consequence).toList()))
        .put("failure", type.commandClass().failureRule())
        .put("invariants", KernelJson.invariants(invariants))
        .put("kernelAction", type.kernelAction())
        .put("operator", context.operator().name())
        .put("origin", context.origin())
        .put("request", context.request().value())
        .put("session", context.session());
  }

  private static Json consequence(Consequence consequence) {
    return Json.object().put("reversibility", consequence.reversibility().name()).put("text", consequence.text())
        .build();
  }

  private static Json.ObjectBuilder judged(RequestContext<?> context, Judgement judgement,
      ControlStatus controlStatus) {
    Assessment assessment = judgement.assessment();
    boolean force = judgement.command().transition() == Transition.FORCED_PROMOTION;
    List<InvariantId> invariants = judgement.checks().stream().map(check -> check.finding().invariant()).toList();
    return frame(context, invariants)
        .put("checks",
            new Json.Arr(judgement.checks().stream().map(check -> check(check, force && check.unsatisfied()))
                .toList()))
        .put("members", new Json.Arr(assessment.members().stream().map(member -> member(member, assessment)).toList()))
        .put("state", KernelJson.of(assessment))
        .put("unresolved",
            new Json.Arr(controlStatus.unresolved().stream().map(u -> unresolved(u, judgement)).toList()));
  }

  /** The full risk is shown of what a force would lift; whether something could be lifted is said nowhere else. */
  private static Json check(JudgedCheck check, boolean withRisk) {
    Finding finding = check.finding();
    Json.ObjectBuilder json = KernelJson.of(finding);
    if (!check.isKernels()) {
      json.put("addedBy", "command model");
    }
    if (withRisk) {
      json.put("overridable", finding.overridable()).put("consequence", finding.consequence())
          .put("reversibility", finding.reversibility().name())
          .put("writesAtRisk", KernelJson.of(finding.writesAtRisk()));
    }
    return json.build();
  }

  private static Json member(MemberState member, Assessment assessment) {
    var json = Json.object().put("node", member.node().value());
    switch (member) {
      case MemberState.Reachable m ->
          json.put("now", KernelJson.name(m.replication())).putText("wal", m.position().map(WalPosition::toString));
      case MemberState.Unreachable m -> json.put("unreachable", m.evidence());
    }
    switch (assessment.rolesAfter().get(member.node())) {
      case RoleAfter.Becomes(var state) -> json.put("then", KernelJson.name(state));
      case RoleAfter.CannotBeTold(String reason) -> json.put("thenUnknown", reason);
      case null -> throw new IllegalStateException("an assessment names the role of each member");
    }
    return json.build();
  }

  private static Json unresolved(UnresolvedRequest earlier, Judgement judgement) {
    var event = earlier.dispatched().event();
    var json = Json.object().put("dispatchedAt", event.time().toString()).put("end", earlier.end().name())
        .putText("operator", event.operator()).put("request", earlier.requestId())
        .put("sequence", earlier.dispatched().sequence())
        .put("settled", String.valueOf(judgement.settled().get(earlier.requestId())));
    event.command().ifPresent(command -> json.put("command", command));
    return json.build();
  }
}
