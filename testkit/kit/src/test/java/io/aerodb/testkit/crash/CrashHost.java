package io.aerodb.testkit.crash;

import io.aerodb.audit.Stage;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.audit.journal.disk.Disk;
import io.aerodb.command.CommandInput;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.RecordStatus;
import io.aerodb.command.session.Reply;
import io.aerodb.command.session.Session;
import io.aerodb.testkit.fault.Fault;
import io.aerodb.testkit.fault.FaultyAuditLog;
import io.aerodb.testkit.fault.FaultyDisk;
import io.aerodb.testkit.fault.FaultyKernel;
import io.aerodb.testkit.fault.KernelMethod;
import io.aerodb.testkit.fault.Point;
import io.aerodb.testkit.plane.ClusterFixture;
import io.aerodb.testkit.plane.QuickCluster;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The host process that the crash tests kill. It gives one command once for each stage at which it can die, each on a
 * cluster and a journal of its own and on a thread of its own, and stops every one of them at its stage: one kill ends
 * them all.
 */
public final class CrashHost {
  private final CrashStage stage;
  private final Path directory;
  private final AtomicReference<Optional<CrashStage>> armed = new AtomicReference<>(Optional.empty());

  private CrashHost(CrashStage stage, Path directory) {
    this.stage = stage;
    this.directory = directory;
  }

  public static void main(String[] arguments) {
    Subject subject = Subject.valueOf(arguments[0]);
    Path base = Path.of(arguments[1]);
    for (CrashStage stage : CrashStage.of(subject)) {
      var host = new CrashHost(stage, base.resolve(stage.name()));
      Thread.ofPlatform().name(stage.name()).start(() -> host.run(subject));
    }
  }

  private void run(Subject subject) {
    FaultyKernel kernel = FaultyKernel.around(QuickCluster.kernel(directory.resolve("cluster"), new AtTheMarker()));
    var disk = FaultyDisk.around(Disk.local(), this::watchDisk);
    FaultyAuditLog log = FaultyAuditLog.around(FileAuditLog.open(directory.resolve("journal"),
        JournalOptions.builder().origin("test").disk(disk).build()));
    Session session = ClusterFixture.plane(kernel, log).session(ClusterFixture.ADA);
    tell(session.submit(ClusterFixture.input(Subject.EARLIER, "inspect_cluster_state")));
    plant(kernel, log);
    tell(answer(session, subject.input()));
    stopIf(CrashStage.AFTER_ANSWER);
    CrashPoint.stopAt("nowhere instead of " + stage);
  }

  private Reply<?> answer(Session session, CommandInput input) {
    return switch (session.submit(input)) {
      case Outcome<?> outcome -> outcome;
      case Proposal<?> proposal -> {
        CrashPoint.say(stage + " proposed");
        yield session.confirm(proposal, ClusterFixture.right(proposal));
      }
    };
  }

  /** Whatever was acknowledged to the caller, in words that a test compares with what it finds. */
  private void tell(Reply<?> reply) {
    if (reply instanceof Outcome<?> outcome && outcome.trail() instanceof RecordStatus.Recorded(var receipt)) {
      CrashPoint
          .say(stage + " " + outcome.getClass().getSimpleName() + " " + receipt.sequence() + " " + receipt.leafHash());
    } else {
      CrashPoint.say(stage + " not recorded: " + reply);
    }
  }

  private void plant(FaultyKernel kernel, FaultyAuditLog log) {
    plantAppend(log, Stage.REQUESTED, CrashStage.BEFORE_CLAIM, CrashStage.TORN_CLAIM, CrashStage.UNFORCED_CLAIM,
        CrashStage.AFTER_CLAIM);
    plantAppend(log, Stage.CONFIRMED, CrashStage.BEFORE_DISPATCH, CrashStage.TORN_DISPATCH,
        CrashStage.UNFORCED_DISPATCH, CrashStage.AFTER_DISPATCH);
    plantAppend(log, Stage.EXECUTED, CrashStage.BEFORE_END, CrashStage.TORN_END, CrashStage.UNFORCED_END,
        CrashStage.AFTER_END);
    if (stage == CrashStage.AFTER_YES || stage == CrashStage.AFTER_REREAD) {
      kernel.next(KernelMethod.ASSESS, Fault.pass());
      kernel.next(KernelMethod.ASSESS, stop(stage == CrashStage.AFTER_YES ? Point.BEFORE_CALL : Point.AFTER_EFFECT));
    } else if (stage == CrashStage.BEFORE_KERNEL || stage == CrashStage.AFTER_KERNEL) {
      kernel.next(KernelMethod::isAction,
          stop(stage == CrashStage.BEFORE_KERNEL ? Point.BEFORE_CALL : Point.AFTER_EFFECT));
    }
  }

  private void plantAppend(FaultyAuditLog log, Stage of, CrashStage before, CrashStage torn, CrashStage unforced,
      CrashStage after) {
    if (stage == before) {
      log.nextAppendOf(of, stop(Point.BEFORE_CALL));
    } else if (stage == after) {
      log.nextAppendOf(of, stop(Point.AFTER_EFFECT));
    } else if (stage == torn || stage == unforced) {
      log.nextAppendOf(of, Fault.run(Point.BEFORE_CALL, () -> armed.set(Optional.of(stage))));
    }
  }

  /** The caller waits for the journal's writer, and that one never comes back. */
  private void watchDisk(FaultyDisk.DiskStep step, Path path, Point point) {
    boolean here = armed.get()
        .map(at -> at.torn() ? step == FaultyDisk.DiskStep.WRITE && point == Point.HALFWAY
            : step == FaultyDisk.DiskStep.FORCE && point == Point.BEFORE_CALL)
        .orElse(false);
    if (here) {
      CrashPoint.stopAt(stage.name());
    }
  }

  private Fault stop(Point point) {
    return Fault.run(point, () -> CrashPoint.stopAt(stage.name()));
  }

  private void stopIf(CrashStage here) {
    if (stage == here) {
      CrashPoint.stopAt(stage.name());
    }
  }

  /** Stops the host just before or after the kernel has moved authority. */
  private final class AtTheMarker implements QuickCluster.AtMarker {
    @Override
    public void before() {
      stopIf(CrashStage.IN_KERNEL_BEFORE_EFFECT);
    }

    @Override
    public void after() {
      stopIf(CrashStage.IN_KERNEL_AFTER_EFFECT);
    }
  }
}
