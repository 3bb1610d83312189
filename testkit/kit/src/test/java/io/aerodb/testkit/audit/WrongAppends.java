package io.aerodb.testkit.audit;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditUncertainException;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Stage;
import io.aerodb.audit.UnresolvedRequest;
import java.util.List;
import java.util.function.Function;

/** Logs that write wrongly on purpose. */
final class WrongAppends {
  private static final Precondition NONE = new Precondition.None();

  private WrongAppends() {}

  /** Says that it wrote what the real log refused for this reason. */
  private static AuditLog accepts(AuditLog real, String reason) {
    return new ForwardingLog(real) {
      @Override
      public Appended append(Precondition precondition, List<AuditEvent> events) {
        Appended answer = real.append(precondition, events);
        return answer instanceof Appended.NotWritten(String why) && why.contains(reason) ? madeUp(events) : answer;
      }
    };
  }

  static AuditLog acceptsAnyStage(AuditLog real) {
    return accepts(real, "but can't follow");
  }

  static AuditLog acceptsUnconfirmedDispatches(AuditLog real) {
    return accepts(real, "a control command can only follow confirmed");
  }

  static AuditLog dispatchesPastUnresolved(AuditLog real) {
    return accepts(real, "is unresolved");
  }

  static AuditLog mixesRequests(AuditLog real) {
    return accepts(real, "is not that of sequence");
  }

  static AuditLog acceptsAnyDuplicate(AuditLog real) {
    return accepts(real, "but its first is not");
  }

  static AuditLog mixesClusters(AuditLog real) {
    return accepts(real, "but the log is bound");
  }

  static AuditLog mixesTimes(AuditLog real) {
    return accepts(real, "but must have one");
  }

  static AuditLog namesTheNewestClaim(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public Appended append(Precondition precondition, List<AuditEvent> events) {
        Appended answer = real.append(precondition, events);
        return answer instanceof Appended.AlreadyClaimed
            ? new Appended.AlreadyClaimed(LogTestContext.all(real).getLast()) : answer;
      }
    };
  }

  static AuditLog forgetsClaims(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public Appended append(Precondition precondition, List<AuditEvent> events) {
        Appended answer = real.append(precondition, events);
        return answer instanceof Appended.AlreadyClaimed ? madeUp(events) : answer;
      }
    };
  }

  /** Judges a claim by what its own thread has done. */
  static AuditLog judgesClaimsInEachThread(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public Appended append(Precondition precondition, List<AuditEvent> events) {
        Appended answer = real.append(precondition, events);
        return answer instanceof Appended.AlreadyClaimed && Thread.currentThread().isDaemon() ? madeUp(events) : answer;
      }
    };
  }

  static AuditLog ignoresTheFence(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public Appended append(Precondition precondition, List<AuditEvent> events) {
        return real.append(precondition instanceof Precondition.LastControlDispatch ? NONE : precondition, events);
      }
    };
  }

  static AuditLog judgesFencesInEachThread(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public Appended append(Precondition precondition, List<AuditEvent> events) {
        boolean apart = precondition instanceof Precondition.LastControlDispatch && Thread.currentThread().isDaemon();
        return real.append(apart ? NONE : precondition, events);
      }
    };
  }

  /** Writes events until one is illegal. */
  static AuditLog writesHalfAnAppend(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public Appended append(Precondition precondition, List<AuditEvent> events) {
        Appended answer = real.append(precondition, events);
        for (int n = events.size() - 1; n > 0 && answer instanceof Appended.NotWritten(String why)
            && why.contains("can't follow"); n--) {
          if (real.append(precondition, events.subList(0, n)) instanceof Appended.Durable) {
            return answer;
          }
        }
        return answer;
      }
    };
  }

  static AuditLog claimsWithoutBeingAsked(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public Appended append(Precondition precondition, List<AuditEvent> events) {
        boolean begins = !events.isEmpty() && events.getFirst().stage() == Stage.REQUESTED;
        return real.append(
            begins ? new Precondition.Unclaimed(events.getFirst().requestId().orElseThrow()) : precondition,
            events);
      }
    };
  }

  static AuditLog swapsReceipts(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public Appended append(Precondition precondition, List<AuditEvent> events) {
        Appended answer = real.append(precondition, events);
        return answer instanceof Appended.Durable(var receipts) ? new Appended.Durable(receipts.reversed()) : answer;
      }
    };
  }

  static AuditLog callsTheUnknownNotWritten(AuditLog real) {
    return onUncertainty(real, events -> new Appended.NotWritten("it failed"));
  }

  static AuditLog callsTheUnknownDurable(AuditLog real) {
    return onUncertainty(real, new ForwardingLog(real)::madeUp);
  }

  private static AuditLog onUncertainty(AuditLog real,
      Function<List<AuditEvent>, Appended> guess) {
    return new ForwardingLog(real) {
      @Override
      public Appended append(Precondition precondition, List<AuditEvent> events) {
        try {
          return real.append(precondition, events);
        } catch (AuditUncertainException e) {
          return guess.apply(events);
        }
      }
    };
  }

  static AuditLog goesOnAfterAFailure(AuditLog real) {
    return accepts(real, "log takes nothing more");
  }

  static AuditLog swallowsTheInterrupt(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public Appended append(Precondition precondition, List<AuditEvent> events) {
        Thread.interrupted();
        return real.append(precondition, events);
      }
    };
  }

  static AuditLog throwsOnMisuse(AuditLog real) {
    return new ForwardingLog(real) {
      @Override
      public Appended append(Precondition precondition, List<AuditEvent> events) {
        if (events.isEmpty()) {
          throw new IllegalArgumentException("no events");
        }
        return real.append(precondition, events);
      }
    };
  }

  /** Writes ends that nobody reported. */
  static AuditLog endsWhatWasOpen(AuditLog real) {
    for (UnresolvedRequest open : real.controlStatus().unresolved()) {
      if (open.end() == UnresolvedRequest.End.MISSING) {
        real.append(NONE, List.of(EventDraft.control(Stage.UNKNOWN, open.requestId()).event()));
      }
    }
    return real;
  }

  static AuditLog writesAfterTheClose(AuditLog real) {
    return accepts(real, "log is closed");
  }
}
