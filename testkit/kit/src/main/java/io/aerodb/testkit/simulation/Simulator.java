package io.aerodb.testkit.simulation;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditRecord;
import io.aerodb.command.CommandInput;
import io.aerodb.command.ControlCommand;
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

/**
 * Carries out the events of one run of a {@link Simulation}: it holds the cluster, the log, the clock and two control
 * planes, and looks after every event whether all still holds.
 */
final class Simulator implements AutoCloseable {
  private static final int DEEPEST = 3;

  private final ClusterUnderTest cluster;
  private final AuditLog trail;
  private final PlantedBug plantedBug;
  private final Kernel kernel;
  private final FaultyKernel kernelFaults;
  private final FaultyAuditLog logFaults;
  private final SplittableRandom random;
  private final HistoryRecorder history = new HistoryRecorder();
  private final TrailCheck check;
  private final ClientHistory clientHistory;
  private final WriteAuthority authority;
  private final List<PlaneProcess> planes = new ArrayList<>();
  private final List<PendingInterruption> interruptions = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");
  private Optional<InvariantViolation> violation = Optional.empty();
  private int depth;

  Simulator(ClusterUnderTest cluster, AuditLog trail, PlantedBug plantedBug, SplittableRandom random) {
    this.cluster = cluster;
    this.trail = trail;
    this.plantedBug = plantedBug;
    this.random = random;
    this.authority = new WriteAuthority(cluster);
    kernelFaults = FaultyKernel.around(cluster.kernel());
    logFaults = FaultyAuditLog.around(trail);
    check = new TrailCheck(trail, plantedBug.log(trail), history);
    clientHistory = new ClientHistory(history, check);
    kernel = new ObservedKernel(kernelFaults, cluster, check, history);
    for (int plane = 0; plane < OperatorWorkload.PLANES; plane++) {
      planes.add(open());
    }
  }

  /** What happens when a plane next comes to a call site: other events, or the death of its process. */
  private record PendingInterruption(Op.CallSite site, Point point, Optional<List<Op>> meanwhile) {}

  /** Carries an event out, and throws if something does not hold after it. */
  void step(Op op) {
    depth++;
    try {
      happen(op);
      history.follow(cluster);
      check.afterEvent();
    } catch (InvariantViolation e) {
      // A plane that was interrupted for this bears any throwable of its kernel and its log.
      violation = violation.or(() -> Optional.of(e));
    } finally {
      depth--;
    }
    if (violation.isPresent()) {
      throw violation.get();
    }
  }

  void atTheEnd() {
    history.follow(cluster);
    check.atTheEnd();
  }

  HistoryRecorder history() {
    return history;
  }

  ClientHistory clientHistory() {
    return clientHistory;
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
      case Op.Refuse(int seat) -> seat(seat).openProposal().ifPresent(open -> {
        Session session = seat(seat).session();
        confirmed(seat, open, () -> session.refuse(open.proposal()));
      });
      case Op.Close(int seat) -> inProcess(plane(seat), () -> plane(seat).next(seat % OperatorWorkload.SEATS));
      case Op.Clock(long seconds) -> now = now.plusSeconds(seconds);
      case Op.Event(var event) -> cluster.happen(event);
      case Op.PrimaryLost(Op.LossKind how) -> authority.lost(how).ifPresent(cluster::happen);
      case Op.PrimaryBack() -> authority.back().ifPresent(cluster::happen);
      case Op.KernelFault(Op.Calls calls, Op.KernelFaultKind how) ->
          kernelFaults.next(PlannedFaults.fits(calls), PlannedFaults.of(how, cluster.members()));
      case Op.KernelDies(int change, boolean halfway) -> cluster.kernelDiesAt(change, halfway);
      case Op.LogFault fault -> logFaults.next(PlannedFaults.fits(fault), PlannedFaults.of(fault.how()));
      case Op.Restart(int plane) -> restart(planes.get(plane));
      case Op.Die(Op.CallSite site, Point point) ->
          interruptions.add(new PendingInterruption(site, point, Optional.empty()));
      case Op.Meanwhile(Op.CallSite site, Point point, List<Op> ops) ->
          interruptions.add(new PendingInterruption(site, point, Optional.of(ops)));
    }
  }

  private void submit(Op.Ask ask, CommandInput input) {
    int call = history.nextCall();
    boolean control = clientHistory.asked(call, input);
    PlaneProcess process = plane(ask.seat());
    PlaneProcess.Seat seat = seat(ask.seat());
    inProcess(process, () -> {
      Reply<?> reply = process.living(() -> seat.session().submit(input));
      if (reply instanceof Proposal<?> proposal) {
        seat.openProposal(new PlaneProcess.OpenProposal(call, proposal));
      }
      clientHistory.answered(call, control, reply);
    });
  }

  private void answer(int seat, Op.Answer answer) {
    seat(seat).openProposal().ifPresent(open -> {
      int all = OperatorWorkload.PLANES * OperatorWorkload.SEATS;
      int from = answer == Op.Answer.FROM_ANOTHER_SESSION ? (seat + 1) % all : seat;
      Session session = seat(from).session();
      Acknowledgement given = clientHistory.given(open.proposal(), answer);
      confirmed(from, open, () -> answer == Op.Answer.RIGHT_BY_REQUEST_ID
          ? session.confirm(open.proposal().request(), given) : session.confirm(open.proposal(), given));
    });
  }

  private void confirmed(int seat, PlaneProcess.OpenProposal open, Supplier<Outcome<?>> confirming) {
    int call = history.nextCall();
    boolean control = open.proposal().command() instanceof ControlCommand;
    if (control) {
      history.add(new HistoryEvent.Confirmed(call, open.call()));
    }
    PlaneProcess process = plane(seat);
    inProcess(process, () -> clientHistory.answered(call, control, process.living(confirming)));
  }

  /** Runs the work of a process; if the process dies in it, another one takes its place. */
  private void inProcess(PlaneProcess process, Runnable work) {
    try {
      work.run();
    } catch (PlaneProcess.Death death) {
      InvariantViolation.unless(process.isDead(), "a process died that lives");
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
    return new PlaneProcess(kernel, logFaults, plantedBug, this::reached, this::opened);
  }

  private ControlPlane opened(ControlPlane.Builder builder) {
    return builder.clock(() -> now, "simulated").random(random.split()).open();
  }

  /** A process comes to a call site: whatever was planned for it happens now. */
  private void reached(PlaneProcess process, Op.CallSite site, Point point) {
    Optional<PendingInterruption> here =
        interruptions.stream().filter(each -> each.site() == site && each.point() == point).findFirst();
    if (here.isEmpty() || depth > DEEPEST) {
      return;
    }
    interruptions.remove(here.get());
    here.get().meanwhile().ifPresentOrElse(ops -> ops.forEach(this::step), process::die);
  }

  private PlaneProcess plane(int seat) {
    return planes.get(seat / OperatorWorkload.SEATS);
  }

  private PlaneProcess.Seat seat(int seat) {
    return plane(seat).seat(seat % OperatorWorkload.SEATS);
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
