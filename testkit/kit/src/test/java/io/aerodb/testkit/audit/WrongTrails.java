package io.aerodb.testkit.audit;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.Verification;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Logs whose trail is wrong on purpose. */
final class WrongTrails {
  private WrongTrails() {}

  private static AuditLog reading(AuditLog real, UnaryOperator<List<AuditRecord>> change) {
    return new ForwardingLog(real) {
      @Override
      public List<AuditRecord> read(AuditQuery query) {
        return change.apply(real.read(query));
      }
    };
  }

  private static AuditLog controlStatus(AuditLog real, UnaryOperator<ControlStatus> change) {
    return new ForwardingLog(real) {
      @Override
      public ControlStatus controlStatus() {
        return change.apply(real.controlStatus());
      }
    };
  }

  static AuditLog ordersByTheClock(AuditLog real) {
    return reading(real, found -> found.stream().sorted(Comparator.comparing(r -> r.event().time())).toList());
  }

  /** Leaves out a number after the hundredth record. */
  static AuditLog leavesAGap(AuditLog real) {
    return reading(real, found -> found.stream()
        .map(r -> r.sequence() > 100 && found.size() == 144 ? AuditRecord.of(r.origin(), r.sequence() + 1, r.event())
            : r)
        .toList());
  }

  static AuditLog roundsTimes(AuditLog real) {
    return reading(real, found -> found.stream().map(WrongTrails::rounded).toList());
  }

  static AuditLog keepsTheNewestOnly(AuditLog real) {
    return reading(real, found -> found.subList(Math.max(0, found.size() - 50), found.size()));
  }

  static AuditLog doesNotAskForTheOperator(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public List<AuditRecord> read(AuditQuery query) {
        return real
            .read(AuditQuery.builder().requestId(query.requestId()).addAllStages(query.stages()).from(query.from())
                .until(query.until()).after(query.after()).limit(query.limit()).build());
      }
    };
  }

  static AuditLog endsWithTheEnd(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public List<AuditRecord> read(AuditQuery query) {
        return real.read(AuditQuery.builder().requestId(query.requestId()).operator(query.operator())
            .addAllStages(query.stages()).from(query.from()).until(query.until().map(end -> end.plusNanos(1)))
            .after(query.after()).limit(query.limit()).build());
      }
    };
  }

  static AuditLog recordsItsQueries(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public Optional<AuditRecord> first(String requestId) {
        if (requestId.equals("r-9")) {
          real.append(new Precondition.None(), List.of(EventDraft.nameless()));
        }
        return real.first(requestId);
      }
    };
  }

  static AuditLog forgetsUnknownEnds(AuditLog real) {
    return controlStatus(real, now -> new ControlStatus(now.lastControlDispatch(),
        now.unresolved().stream().filter(r -> r.end() == UnresolvedRequest.End.MISSING).toList(), now.recovery()));
  }

  static AuditLog forgetsWhatIsUnresolved(AuditLog real) {
    return controlStatus(real, now -> new ControlStatus(now.lastControlDispatch(), List.of(), now.recovery()));
  }

  static AuditLog forgetsTheFence(AuditLog real) {
    return controlStatus(real, now -> new ControlStatus(0, now.unresolved(), now.recovery()));
  }

  static AuditLog tellsNoticesOnce(AuditLog real) {
    boolean[] told = new boolean[1];
    return controlStatus(real, now -> {
      boolean before = told[0];
      told[0] = true;
      return before ? new ControlStatus(now.lastControlDispatch(), now.unresolved(), List.of()) : now;
    });
  }

  static AuditLog isRenamed(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public String origin() {
        return real.origin() + "-2";
      }
    };
  }

  static AuditLog believesItself(AuditLog real) {
    return new ForwardingLog(real) {
      private long written;

      @Override
      public Appended append(Precondition precondition, List<AuditEvent> events) {
        Appended answer = real.append(precondition, events);
        written = answer instanceof Appended.Durable durable ? durable.last().sequence() : written;
        return answer;
      }

      @Override
      public Verification verify() {
        return real.verify() instanceof Verification.Damaged ? new Verification.Consistent(written) : real.verify();
      }
    };
  }

  static AuditLog isEmptyWhenClosed(AuditLog real) {
    return new ForwardingLog(real) {
      private boolean closed;

      @Override
      public List<AuditRecord> read(AuditQuery query) {
        return closed ? List.of() : real.read(query);
      }

      @Override
      public void close() {
        closed = true;
        real.close();
      }
    };
  }

  private static AuditRecord rounded(AuditRecord record) {
    AuditEvent old = record.event();
    AuditEvent event = AuditEvent.builder().stage(old.stage()).requestId(old.requestId())
        .time(old.time().truncatedTo(ChronoUnit.MICROS)).clock(old.clock()).cluster(old.cluster())
        .session(old.session()).operator(old.operator()).authority(old.authority()).command(old.command())
        .control(old.control()).body(old.body()).build();
    return AuditRecord.of(record.origin(), record.sequence(), event);
  }
}
