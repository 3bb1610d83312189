package io.aerodb.testkit.simulation;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditRecord;
import io.aerodb.command.CommandInput;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.ValidationResult;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Reply;
import io.aerodb.command.session.Session;
import io.aerodb.kernel.Kernel;
import io.aerodb.testkit.fault.FaultyAuditLog;
import io.aerodb.testkit.fault.FaultyKernel;
import io.aerodb.testkit.fault.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Two planes on one log and one cluster, and the ways in which events reach them. */
final class World implements AutoCloseable {
  private static final int DEEPEST = 3;

  private final ClusterUnderTest cluster;
  private final AuditLog trail;
  private final Sabotage sabotage;
  private final Kernel kernel;
  private final FaultyKernel kernelFaults;
  private final FaultyAuditLog logFaults;
  private final SplittableRandom random;
  private final History history = new History();
  private final TrailCheck check;
  private final Answers answers;
  private final WriteAuthority authority;
  private final List<PlaneProcess> planes = new ArrayList<>();
  private final List<Planned> planned = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");
  private Optional<Broken> broken = Optional.empty();
  private int depth;

  World(ClusterUnderTest cluster, AuditLog trail, Sabotage sabotage, SplittableRandom random) {
    this.cluster = cluster;
    this.trail = trail;
    this.sabotage = sabotage;
    this.random = random;
    this.authority = new WriteAuthority(cluster);
    kernelFaults = FaultyKernel.around(cluster.kernel());
    logFaults = FaultyAuditLog.around(trail);
    check = new TrailCheck(trail, sabotage.log(trail), history);
    answers = new Answers(history, check);
    kernel = new ObservedKernel(kernelFaults, cluster, check, history);
    for (int plane = 0; plane < Operators.PLANES; plane++) {
      planes.add(open());
    }
  }

  /** What waits for a plane to come to a place. */
  private record Planned(Op.Place place, Point point, Optional<List<Op>> meanwhile) {}

  /** Does it, and looks whether everything still holds. */
  void step(Op op) {
    depth++;
    try {
      happen(op);
      history.follow(cluster);
      check.afterEvent();
    } catch (Broken e) {
      // A plane that was interrupted for this bears any throwable of its kernel and its log.
      broken = broken.or(() -> Optional.of(e));
    } finally {
      depth--;
    }
    if (broken.isPresent()) {
      throw broken.get();
    }
  }

  void atTheEnd() {
    history.follow(cluster);
    check.atTheEnd();
  }

  History history() {
    return history;
  }

  Answers answers() {
    return answers;
  }

  List<AuditRecord> records() {
    return check.records();
  }

  private void happen(Op op) {
    switch (op) {
      case Op.Submit ask -> submit(ask,
          CommandInput.of(Optional.of(ask.request()), Optional.of(ask.command()), ask.arguments()));
      case Op.Control ask -> submit(ask, authority.input(ask));
      case Op.Confirm(int seat, Op.Answer answer) -> answer(seat, answer);
      case Op.Refuse(int seat) -> seat(seat).asked().ifPresent(asked -> {
        Session session = seat(seat).session();
        confirmed(seat, asked, () -> session.refuse(asked.proposal()));
      });
      case Op.Close(int seat) -> mortal(plane(seat), () -> plane(seat).next(seat % Operators.SEATS));
      case Op.Clock(long seconds) -> now = now.plusSeconds(seconds);
      case Op.Event(var event) -> cluster.happen(event);
      case Op.PrimaryLost(Op.Loss how) -> authority.lost(how).ifPresent(cluster::happen);
      case Op.PrimaryBack() -> authority.back().ifPresent(cluster::happen);
      case Op.KernelFault(Op.Calls calls, Op.Wrong how) ->
          kernelFaults.next(PlannedFaults.fits(calls), PlannedFaults.of(how, cluster.members()));
      case Op.KernelDies(int change, boolean halfway) -> cluster.kernelDiesAt(change, halfway);
      case Op.LogFault fault -> logFaults.next(PlannedFaults.fits(fault), PlannedFaults.of(fault.how()));
      case Op.Restart(int plane) -> restart(planes.get(plane));
      case Op.Die(Op.Place place, Point point) -> planned.add(new Planned(place, point, Optional.empty()));
      case Op.Meanwhile(Op.Place place, Point point, List<Op> ops) ->
          planned.add(new Planned(place, point, Optional.of(ops)));
    }
  }

  private void submit(Op.Ask ask, CommandInput input) {
    int call = history.nextCall();
    boolean control = input.validate() instanceof ValidationResult.Valid(var request, ControlCommand command)
        && answers.asked(call, request, command);
    PlaneProcess process = plane(ask.seat());
    PlaneProcess.Seat seat = seat(ask.seat());
    mortal(process, () -> {
      Reply<?> reply = process.living(() -> seat.session().submit(input));
      if (reply instanceof Proposal<?> proposal) {
        seat.asked(new PlaneProcess.Asked(call, proposal));
      }
      answers.answered(call, control, reply);
    });
  }

  private void answer(int seat, Op.Answer answer) {
    seat(seat).asked().ifPresent(asked -> {
      int from = answer == Op.Answer.FROM_ANOTHER_SESSION ? (seat + 1) % (Operators.PLANES * Operators.SEATS) : seat;
      Session session = seat(from).session();
      Acknowledgement given = answers.given(asked.proposal(), answer);
      confirmed(from, asked, () -> answer == Op.Answer.RIGHT_BY_REQUEST_ID
          ? session.confirm(asked.proposal().request(), given) : session.confirm(asked.proposal(), given));
    });
  }

  private void confirmed(int seat, PlaneProcess.Asked asked, Supplier<Outcome<?>> confirming) {
    int call = history.nextCall();
    boolean control = asked.proposal().command() instanceof ControlCommand;
    if (control) {
      history.add(new HistoryEvent.Confirmed(call, asked.call()));
    }
    PlaneProcess process = plane(seat);
    mortal(process, () -> answers.answered(call, control, process.living(confirming)));
  }

  /** Runs what a process does; if it dies in it, another one takes its place. */
  private void mortal(PlaneProcess process, Runnable work) {
    try {
      work.run();
    } catch (PlaneProcess.Death death) {
      Broken.unless(process.isDead(), "a process died that lives");
      restart(process);
    }
  }

  /** Everything a plane remembered is gone, unclosed; what is left is the log and the kernel. */
  private void restart(PlaneProcess process) {
    process.die();
    int index = planes.indexOf(process);
    if (index >= 0) {
      planes.set(index, open());
    }
  }

  private PlaneProcess open() {
    return new PlaneProcess(kernel, logFaults, sabotage, this::passed, this::opened);
  }

  private ControlPlane opened(ControlPlane.Builder builder) {
    return builder.clock(() -> now, "simulated").random(random.split()).open();
  }

  /** A process comes to a place. Whatever waits for that happens now. */
  private void passed(PlaneProcess process, Op.Place place, Point point) {
    Optional<Planned> here =
        planned.stream().filter(each -> each.place() == place && each.point() == point).findFirst();
    if (here.isEmpty() || depth > DEEPEST) {
      return;
    }
    planned.remove(here.get());
    here.get().meanwhile().ifPresentOrElse(ops -> ops.forEach(this::step), process::die);
  }

  private PlaneProcess plane(int seat) {
    return planes.get(seat / Operators.SEATS);
  }

  private PlaneProcess.Seat seat(int seat) {
    return plane(seat).seat(seat % Operators.SEATS);
  }

  @Override
  public void close() {
    try {
      trail.close();
    } finally {
      cluster.close();
    }
  }
}
