package io.aerodb.command.doubles;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Authority;
import io.aerodb.command.Confirmable;
import io.aerodb.command.ForcePromotion;
import io.aerodb.command.Operator;
import io.aerodb.command.Reason;
import io.aerodb.command.RequestDemotion;
import io.aerodb.command.RequestId;
import io.aerodb.command.RequestPromotion;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.confirm.Challenge;
import io.aerodb.command.confirm.Demand;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Reply;
import io.aerodb.command.session.Session;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.Verdict;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A control plane on a scripted kernel and a watched log, with a clock moved by hand, a fixed seed and one open
 * session.
 */
public final class PlaneFixture {
  public static final Reason REASON = new Reason("disk of n1 is failing");
  public static final RequestPromotion PROMOTION = new RequestPromotion(SampleCluster.N2, REASON);
  public static final RequestDemotion DEMOTION = new RequestDemotion(SampleCluster.N1, REASON);

  public final ScriptedKernel kernel;
  public final WatchedLog log;
  public final HandClock clock = new HandClock();
  public final ControlPlane plane;
  public final Session session;

  public PlaneFixture() {
    this(new ScriptedKernel(), WatchedLog.empty());
  }

  public PlaneFixture(ScriptedKernel kernel, WatchedLog log) {
    this.kernel = kernel;
    this.log = log;
    this.plane = ControlPlane.on(kernel, log).clock(clock, "hand").random(new Random(7)).open();
    this.session = session("ann", Authority.OPERATOR);
  }

  public Session session(String name, Authority authority) {
    return plane.session(new Operator(name, authority));
  }

  public static RequestId id(String value) {
    return new RequestId(value);
  }

  public static ForcePromotion force(String... overrides) {
    return force(SampleCluster.N2, overrides);
  }

  public static ForcePromotion force(NodeId target, String... overrides) {
    var ids = new TreeSet<InvariantId>();
    List.of(overrides).forEach(override -> ids.add(new InvariantId(override)));
    return new ForcePromotion(target, REASON, ids);
  }

  /** From now on the kernel finds these beside the satisfied rest. */
  public void finds(Finding... findings) {
    kernel.completes("assess", a -> SampleCluster.assessment((Transition) a.get(0), (NodeId) a.get(1), findings));
  }

  /** From now on nobody can say whether the old primary is down, and a force may say it is. */
  public void cannotSeePrimary() {
    finds(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE));
  }

  public <R> Proposal<R> propose(String request, Confirmable<R> command) {
    return asked(session.propose(id(request), command));
  }

  /** The reply as the proposal that it must be. */
  @SuppressWarnings("unchecked")
  public static <R> Proposal<R> asked(Reply<R> reply) {
    assertThat(reply).as(() -> reply instanceof Outcome<?> outcome ? outcome.text() : "").isInstanceOf(Proposal.class);
    return (Proposal<R>) reply;
  }

  /** Proposes and says yes. */
  public <R> Outcome<R> runs(String request, Confirmable<R> command) {
    Proposal<R> proposal = propose(request, command);
    return session.confirm(proposal, yes(proposal));
  }

  /** Everything that is asked for, as a person types it who does. */
  public static Acknowledgement yes(Proposal<?> proposal) {
    return yes(proposal.challenge());
  }

  public static Acknowledgement yes(Challenge challenge) {
    return new Acknowledgement(challenge.digest(), new TreeMap<>(
        challenge.demands().stream().collect(Collectors.toMap(Demand::id, Demand::expected))));
  }

  /** The errors of a reply that must be a refusal. */
  public static List<CommandError> errors(Reply<?> reply) {
    assertThat(reply).isInstanceOf(Outcome.NotExecuted.class);
    return ((Outcome.NotExecuted<?>) reply).errors();
  }

  /** The codes of those errors. */
  public static List<ErrorCode> codes(Reply<?> reply) {
    return errors(reply).stream().map(CommandError::code).toList();
  }
}
