package io.aerodb.testkit.simulation;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.Stage;
import io.aerodb.command.Authority;
import io.aerodb.command.Operator;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Session;
import io.aerodb.kernel.Kernel;
import io.aerodb.testkit.fault.KernelCall;
import io.aerodb.testkit.fault.KernelDecorator;
import io.aerodb.testkit.fault.LogCall;
import io.aerodb.testkit.fault.LogDecorator;
import io.aerodb.testkit.fault.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One process with a control plane and the sessions of three operators. Once it is dead, nothing of it ever reaches the
 * kernel or the log again.
 */
final class PlaneProcess {
  private static final List<Operator> OPERATORS = List.of(new Operator("Ada", Authority.OPERATOR),
      new Operator("Bob", Authority.OPERATOR), new Operator("Eve", Authority.OBSERVER));

  private final Passage passage;
  private final ControlPlane plane;
  private final List<Seat> seats = new ArrayList<>();
  private boolean dead;

  PlaneProcess(Kernel kernel, AuditLog log, Sabotage sabotage, Passage passage,
      Function<ControlPlane.Builder, ControlPlane> opening) {
    this.passage = passage;
    this.plane = opening.apply(
        ControlPlane.on(sabotage.kernel(new PassedKernel(kernel)), sabotage.log(new PassedLog(log))));
    OPERATORS.forEach(operator -> seats.add(new Seat(plane.session(operator))));
  }

  /** What goes on around each call that leaves the process. */
  interface Passage {
    void at(PlaneProcess process, Op.Place place, Point point);
  }

  /** The process is gone, in the middle of a call. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    Death() {
      super("the process died", null, false, false);
    }
  }

  /** A session, and what it was asked last. */
  static final class Seat {
    private Session session;
    private Optional<Asked> asked = Optional.empty();

    private Seat(Session session) {
      this.session = session;
    }

    Session session() {
      return session;
    }

    Optional<Asked> asked() {
      return asked;
    }

    void asked(Asked newest) {
      asked = Optional.of(newest);
    }
  }

  /** A proposal, and the number of the call that asked. */
  record Asked(int call, Proposal<?> proposal) {}

  Seat seat(int index) {
    return seats.get(index);
  }

  /** Its session ends and another one begins. */
  void next(int index) {
    Seat seat = seats.get(index);
    Session ending = seat.session;
    seat.session = plane.session(ending.operator());
    seat.asked = Optional.empty();
    ending.close();
  }

  void die() {
    dead = true;
  }

  boolean isDead() {
    return dead;
  }

  /** Does it, if the process still lives afterwards: a plane bears any throwable of its log, so it may go on dead. */
  <T> T living(Supplier<? extends T> work) {
    T done = work.get();
    live();
    return done;
  }

  private <T> T pass(Optional<Op.Place> place, Supplier<T> effect) {
    live();
    place.ifPresent(at -> passage.at(this, at, Point.BEFORE_CALL));
    live();
    T answer = effect.get();
    place.ifPresent(at -> passage.at(this, at, Point.AFTER_EFFECT));
    live();
    return answer;
  }

  private void live() {
    if (dead) {
      throw new Death();
    }
  }

  private final class PassedKernel extends KernelDecorator {
    PassedKernel(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected <T> T around(KernelCall call, Optional<String> requestId, Supplier<T> effect) {
      Op.Place place = !call.isAction() ? Op.Place.ASSESSMENT
          : call.isTransition() ? Op.Place.TRANSITION : Op.Place.OTHER_ACTION;
      return pass(Optional.of(place), effect);
    }
  }

  private final class PassedLog extends LogDecorator {
    PassedLog(AuditLog log) {
      super(log);
    }

    @Override
    protected <T> T around(LogCall call, Supplier<T> effect) {
      return pass(place(call), effect);
    }

    private static Optional<Op.Place> place(LogCall call) {
      if (!call.isAppend()) {
        return Optional.empty();
      }
      return Optional.of(call.records(Stage.REQUESTED) ? Op.Place.CLAIM
          : call.records(Stage.DISPATCHED) ? Op.Place.DISPATCH : Op.Place.END);
    }
  }
}
