package io.aerodb.command.session;

import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.json.Json;
import io.aerodb.command.Confirmable;
import io.aerodb.command.RequestId;
import io.aerodb.command.confirm.Challenge;
import io.aerodb.command.explain.Explanation;
import io.aerodb.command.explain.PlanBasis;
import io.aerodb.command.explain.RequestContext;
import io.aerodb.command.explain.Validity;
import java.time.Instant;

/**
 * A command that was explained and recorded, and now waits for one person's one answer. Only a session makes one, and
 * only that session takes the answer; it does not survive the session, the process, its validity or a change of the
 * cluster (CF-3). Immutable: looking at it spends nothing.
 *
 * @param <R> what the kernel answers
 * @since 0.1
 */
public final class Proposal<R> implements ProposeResult<R> {
  private final Session session;
  private final RequestContext<Confirmable<R>> context;
  private final PlanBasis planning;
  private final ControlStatus controlStatus;
  private final Validity validity;
  private final Explanation explanation;
  private final Challenge challenge;

  Proposal(Session session, RequestContext<Confirmable<R>> context, Plan.Ready plan, ControlStatus controlStatus,
      Validity validity) {
    this.session = session;
    this.context = context;
    this.planning = plan.planning();
    this.controlStatus = controlStatus;
    this.validity = validity;
    this.explanation = plan.explanation();
    this.challenge = plan.challenge();
  }

  /** The request it is of. */
  public RequestId request() {
    return context.request();
  }

  /** What will run if it is confirmed. */
  public Confirmable<R> command() {
    return context.command();
  }

  /** What must be shown, unchanged. */
  public Explanation explanation() {
    return explanation;
  }

  /** What must be acknowledged. */
  public Challenge challenge() {
    return challenge;
  }

  /** The last instant at which it can be confirmed. */
  public Instant validUntil() {
    return validity.until();
  }

  /** Request, command, explanation, challenge and validity as a JSON object. */
  public Json.Obj json() {
    return Json.object().put("challenge", challenge.json()).put("command", command().json())
        .put("explanation", explanation.json())
        .put("outcome", "proposed").put("request", request().value()).put("validUntil", validUntil().toString())
        .build();
  }

  Session session() {
    return session;
  }

  RequestContext<Confirmable<R>> context() {
    return context;
  }

  PlanBasis planning() {
    return planning;
  }

  ControlStatus controlStatus() {
    return controlStatus;
  }

  Validity validity() {
    return validity;
  }
}
