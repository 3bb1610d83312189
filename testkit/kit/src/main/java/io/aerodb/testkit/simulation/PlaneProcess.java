package io.aerodb.testkit.simulation;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.Stage;
import io.aerodb.command.Authority;
import io.aerodb.command.Operator;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Session;
import io.aerodb.kernel.Kernel;
import io.aerodb.testkit.fault.KernelDecorator;
import io.aerodb.testkit.fault.KernelMethod;
import io.aerodb.testkit.fault.LogCall;
import io.aerodb.testkit.fault.LogDecorator;
import io.aerodb.testkit.fault.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A simulated host process: one control plane and the sessions of three operators. Once it is dead, nothing of it ever
 * reaches the kernel or the log again.
 */
final class PlaneProcess {
  private static final List<Operator> OPERATORS = List.of(new Operator("Ada", Authority.OPERATOR),
      new Operator("Bob", Authority.OPERATOR), new Operator("Eve", Authority.OBSERVER));

  private final CallSiteHook hook;
  private final ControlPlane plane;
  private final List<Seat> seats = new ArrayList<>();
  private boolean dead;

  PlaneProcess(Kernel kernel, AuditLog log, PlantedBug plantedBug, CallSiteHook hook,
      Function<ControlPlane.Builder, ControlPlane> opening) {
    this.hook = hook;
    this.plane = opening.apply(
        ControlPlane.on(plantedBug.kernel(new HookedKernel(kernel)), plantedBug.log(new HookedLog(log))));
    OPERATORS.forEach(operator -> seats.add(new Seat(plane.session(operator))));
  }

  /** Told before and after each call that leaves the process. */
  interface CallSiteHook {
    void reached(PlaneProcess process, Op.CallSite site, Point point);
  }

  /** Thrown through a plane whose process dies in the middle of a call. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    Death() {
      super("the process died", null, false, false);
    }
  }

  /** A session, and the proposal that it was given last. */
  static final class Seat {
    private Session session;
    private Optional<OpenProposal> openProposal = Optional.empty();

    private Seat(Session session) {
      this.session = session;
    }

    Session session() {
      return session;
    }

    Optional<OpenProposal> openProposal() {
      return openProposal;
    }

    void openProposal(OpenProposal newest) {
      openProposal = Optional.of(newest);
    }
  }

  /** A proposal, and the number of the call that asked for it. */
  record OpenProposal(int call, Proposal<?> proposal) {}

  Seat seat(int index) {
    return seats.get(index);
  }

  /** Ends the session of a seat and begins another one. */
  void next(int index) {
    Seat seat = seats.get(index);
    Session ending = seat.session;
    seat.session = plane.session(ending.operator());
    seat.openProposal = Optional.empty();
    ending.close();
  }

  void die() {
    dead = true;
  }

  boolean isDead() {
    return dead;
  }

  /** Does the work, and dies after it if the process did: a plane bears any throwable of its log and may go on dead. */
  <T> T living(Supplier<? extends T> work) {
    T done = work.get();
    live();
    return done;
  }

  private <T> T hooked(Optional<Op.CallSite> site, Supplier<T> effect) {
    live();
    site.ifPresent(at -> hook.reached(this, at, Point.BEFORE_CALL));
    live();
    T answer = effect.get();
    site.ifPresent(at -> hook.reached(this, at, Point.AFTER_EFFECT));
    live();
    return answer;
  }

  private void live() {
    if (dead) {
      throw new Death();
    }
  }

  private final class HookedKernel extends KernelDecorator {
    HookedKernel(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected <T> T around(KernelMethod call, Optional<String> requestId, Supplier<T> effect) {
      Op.CallSite site = !call.isAction() ? Op.CallSite.ASSESSMENT
          : call.isTransition() ? Op.CallSite.TRANSITION : Op.CallSite.OTHER_ACTION;
      return hooked(Optional.of(site), effect);
    }
  }

  private final class HookedLog extends LogDecorator {
    HookedLog(AuditLog log) {
      super(log);
    }

    @Override
    protected <T> T around(LogCall call, Supplier<T> effect) {
      return hooked(site(call), effect);
    }

    private static Optional<Op.CallSite> site(LogCall call) {
      if (!call.isAppend()) {
        return Optional.empty();
      }
      return Optional.of(call.records(Stage.REQUESTED) ? Op.CallSite.CLAIM
          : call.records(Stage.DISPATCHED) ? Op.CallSite.DISPATCH : Op.CallSite.END);
    }
  }
}
