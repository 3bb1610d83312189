package io.aerodb.testkit.sequence;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditUncertainException;
import io.aerodb.audit.MemoryAuditLog;
import io.aerodb.command.Authority;
import io.aerodb.command.CommandInput;
import io.aerodb.command.Operator;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Reply;
import io.aerodb.command.session.Session;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelUnavailableException;
import io.aerodb.kernel.LastTransition;
import io.aerodb.testkit.fault.CountingKernel;
import io.aerodb.testkit.fault.Fault;
import io.aerodb.testkit.fault.FaultyAuditLog;
import io.aerodb.testkit.fault.FaultyKernel;
import io.aerodb.testkit.fault.KernelCall;
import io.aerodb.testkit.fault.LogCall;
import io.aerodb.testkit.fault.Point;
import io.aerodb.testkit.plane.Lab;
import io.aerodb.testkit.sim.OpenSim;
import io.aerodb.testkit.sim.SimulatedCluster;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Two planes with three sessions each, on one log and one simulated cluster, and the ways in which operations reach
 * them.
 */
final class World implements AutoCloseable {
  private static final List<Operator> OPERATORS =
      List.of(Lab.ADA, Lab.BOB, new Operator("Eve", Authority.OBSERVER));

  final SimulatedCluster cluster;
  final CountingKernel counted;
  final AuditLog trail;
  final AuditLog log;
  private final Kernel kernel;
  private final FaultyKernel kernelFaults;
  private final FaultyAuditLog logFaults;
  private final SplittableRandom random;
  private final List<ControlPlane> planes = new ArrayList<>();
  private final List<Session> seats = new ArrayList<>();
  private final List<Optional<Proposal<?>>> newest = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");

  World(Path directory, SplittableRandom random, boolean onDisk, Sabotage sabotage) {
    this.random = random;
    cluster = Lab.cluster(directory.resolve("cluster"));
    trail = onDisk ? Lab.journal(directory.resolve("journal")) : MemoryAuditLog.of("lab");
    kernelFaults = FaultyKernel.around(OpenSim.kernel(directory.resolve("cluster")));
    counted = CountingKernel.around(kernelFaults, trail);
    kernel = sabotage.kernel(counted);
    logFaults = FaultyAuditLog.around(trail);
    log = sabotage.log(logFaults);
    for (int plane = 0; plane < 2; plane++) {
      planes.add(open());
      OPERATORS.forEach(operator -> {
        seats.add(planes.getLast().session(operator));
        newest.add(Optional.empty());
      });
    }
  }

  /** What an operation came to for one request. */
  record Answered(String request, Reply<?> reply) {}

  /** Does it; the answer, if somebody was answered. */
  Optional<Answered> step(Op op) {
    return switch (op) {
      case Op.Submit submit -> Optional.of(submit(submit));
      case Op.Confirm(int seat, Op.Answer answer) -> newest.get(seat).map(proposal -> confirm(seat, proposal, answer));
      case Op.Refuse(int seat) -> newest.get(seat).map(
          proposal -> new Answered(proposal.request().value(), seats.get(seat).refuse(proposal)));
      case Op.Close(int seat) -> none(() -> {
        seats.get(seat).close();
        sit(seat);
      });
      case Op.Clock(long seconds) -> none(() -> now = now.plusSeconds(seconds));
      case Op.Event(var event) -> none(() -> cluster.apply(event));
      case Op.KernelFault(Op.Calls calls, Op.Wrong how) -> none(() -> kernelFaults.next(fits(calls), fault(how)));
      case Op.LogFault fault -> none(() -> logFaults.next(fits(fault), fault(fault.how())));
      case Op.Restart(int plane) -> none(() -> restart(plane));
    };
  }

  private static Optional<Answered> none(Runnable work) {
    work.run();
    return Optional.empty();
  }

  private Answered submit(Op.Submit op) {
    Reply<?> reply = seats.get(op.seat())
        .submit(CommandInput.of(Optional.of(op.request()), Optional.of(op.command()), op.arguments()));
    if (reply instanceof Proposal<?> proposal) {
      newest.set(op.seat(), Optional.of(proposal));
    }
    return new Answered(op.request(), reply);
  }

  private Answered confirm(int seat, Proposal<?> proposal, Op.Answer answer) {
    int from = answer == Op.Answer.FROM_ANOTHER_SESSION ? (seat + 1) % seats.size() : seat;
    Outcome<?> outcome = seats.get(from).confirm(proposal, given(proposal, answer));
    return new Answered(proposal.request().value(), outcome);
  }

  private static Acknowledgement given(Proposal<?> proposal, Op.Answer answer) {
    Acknowledgement right = Lab.right(proposal);
    var answers = new TreeMap<>(right.answers());
    switch (answer) {
      case RIGHT, FROM_ANOTHER_SESSION -> {
      }
      case WRONG_CODE -> answers.put("code", "000000");
      case PARTIAL -> answers.remove(answers.lastKey());
      case UNASKED -> answers.put("yes", "yes");
      case EMPTY -> answers.clear();
    }
    return new Acknowledgement(right.digest(), answers);
  }

  /** Everything a plane remembered is gone, unclosed; what is left is the log and the kernel. */
  private void restart(int plane) {
    planes.set(plane, open());
    for (int seat = plane * OPERATORS.size(); seat < (plane + 1) * OPERATORS.size(); seat++) {
      sit(seat);
    }
  }

  private ControlPlane open() {
    return ControlPlane.on(kernel, log).clock(() -> now, "test").random(random.split()).open();
  }

  private void sit(int seat) {
    seats.set(seat, planes.get(seat / OPERATORS.size()).session(OPERATORS.get(seat % OPERATORS.size())));
    newest.set(seat, Optional.empty());
  }

  private static Predicate<KernelCall> fits(Op.Calls calls) {
    return switch (calls) {
      case TRANSITION -> KernelCall::isTransition;
      case ACTION -> KernelCall::isAction;
      case READ -> call -> !call.isAction();
    };
  }

  private static Fault fault(Op.Wrong how) {
    return switch (how) {
      case THROWS_BEFORE -> Fault.fail(Point.BEFORE_CALL, () -> new KernelUnavailableException("planned"));
      case THROWS_AFTER -> Fault.fail(Point.AFTER_EFFECT, () -> new KernelUnavailableException("planned"));
      case ANSWERS_ANOTHER_TARGET -> Fault.answer(World::ofAnotherTarget);
      case ANSWERS_NOTHING -> Fault.answer(answer -> null);
      case REJECTS -> Fault.instead(() -> new KernelResponse.Rejected<>("AERO_PLANNED", "planned", List.of()));
    };
  }

  private static Object ofAnotherTarget(Object answer) {
    return answer instanceof KernelResponse.Completed<?>(LastTransition done) ? new KernelResponse.Completed<>(
        LastTransition.builder().cluster(done.cluster()).requestId(done.requestId()).transition(done.transition())
            .target(done.target().equals(Lab.A) ? Lab.B : Lab.A).epochBefore(done.epochBefore())
            .epochAfter(done.epochAfter()).position(done.position()).build())
        : answer;
  }

  private static Predicate<LogCall> fits(Op.LogFault fault) {
    return call -> call.isAppend() && fault.stage().map(call::records).orElse(true)
        && (!fault.controlOnly() || call.events().stream().allMatch(AuditEvent::control));
  }

  private static Fault fault(Op.Lost how) {
    return switch (how) {
      case NOT_WRITTEN -> Fault.instead(() -> new Appended.NotWritten("planned"));
      case UNCERTAIN_AND_WRITTEN ->
          Fault.fail(Point.AFTER_EFFECT, () -> new AuditUncertainException("planned", new Exception()));
      case UNCERTAIN_AND_LOST ->
          Fault.fail(Point.BEFORE_CALL, () -> new AuditUncertainException("planned", new Exception()));
    };
  }

  @Override
  public void close() {
    trail.close();
    counted.close();
  }
}
