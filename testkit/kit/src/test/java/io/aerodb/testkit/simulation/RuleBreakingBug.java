package io.aerodb.testkit.simulation;

import static io.aerodb.kernel.RequestResolution.EXECUTED;
import static io.aerodb.kernel.RequestResolution.NOT_EXECUTED;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.Receipt;
import io.aerodb.audit.Stage;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The bugs that the simulation has to find: each breaks one rule between a plane and its kernel or its log. */
enum RuleBreakingBug implements PlantedBug {
  /** P7-F3: the call is repeated. */
  KERNEL_IS_CALLED_TWICE {
    @Override
    Object onKernel(Kernel kernel, Object argument, Supplier<Object> call) {
      Object first = call.get();
      return argument instanceof TransitionOrder ? call.get() : first;
    }
  },
  /** P7-E1: a demotion is followed up by a promotion that nobody asked for. */
  KERNEL_FOLLOWS_UP {
    @Override
    Object onKernel(Kernel kernel, Object argument, Supplier<Object> call) {
      Object answer = call.get();
      if (argument instanceof TransitionOrder order && answer instanceof Completed<?>(CompletedTransition done)
          && order.transition() == Transition.DEMOTION) {
        kernel.requestPromotion(TransitionOrder.builder().cluster(order.cluster()).requestId("follow-up")
            .commandDigest("0".repeat(64)).operator("nobody").reason("nobody asked").transition(Transition.PROMOTION)
            .target(new NodeId("b")).expectedEpoch(done.epochAfter()).build());
      }
      return answer;
    }
  },
  /** P7-E2: what happened is said not to have happened. */
  EFFECT_IS_REPORTED_AS_REFUSAL {
    @Override
    Object onKernel(Kernel kernel, Object argument, Supplier<Object> call) {
      Object answer = call.get();
      return argument instanceof TransitionOrder ? new Rejected<CompletedTransition>("AERO_NO", "it says no", List.of())
          : answer;
    }
  },
  /** ER-5: success is reported and nothing was done. */
  NOTHING_IS_REPORTED_AS_SUCCESS {
    @Override
    Object onKernel(Kernel kernel, Object argument, Supplier<Object> call) {
      return argument instanceof TransitionOrder order ? new Completed<>(CompletedTransition.builder()
          .cluster(order.cluster()).requestId(order.requestId()).transition(order.transition()).target(order.target())
          .epochBefore(order.expectedEpoch()).epochAfter(new AuthorityEpoch("made-up")).build()) : call.get();
    }
  },
  /** CM-9.2: the kernel denies what it did, when it is asked about an unresolved request. */
  KERNEL_SETTLES_WRONGLY {
    @Override
    Object onKernel(Kernel kernel, Object argument, Supplier<Object> call) {
      Object answer = call.get();
      return answer instanceof Completed<?>(Assessment found) && found.settled().containsValue(EXECUTED) ? denied(found)
          : answer;
    }
  },
  /** CM-9.1: a claimed id can be claimed again. */
  LOG_FORGETS_CLAIMS {
    @Override
    Object onLog(String method, Object argument, Supplier<Object> call) {
      return switch (call.get()) {
        case Appended.AlreadyClaimed(AuditRecord first) ->
            new Appended.Durable(List.of(first.receipt(), first.receipt()));
        case Optional<?> found when method.equals("first") -> Optional.empty();
        case Object answer -> answer;
      };
    }
  },
  /** CM-9.2: nothing is ever unresolved. */
  LOG_FORGETS_WHAT_IS_UNRESOLVED {
    @Override
    Object onLog(String method, Object argument, Supplier<Object> call) {
      Object answer = call.get();
      return answer instanceof ControlStatus controlStatus
          ? new ControlStatus(controlStatus.lastControlDispatch(), List.of(), controlStatus.recovery()) : answer;
    }
  },
  /** AU-5: what is acknowledged was never written. */
  LOG_LOSES_ENDS {
    @Override
    Object onLog(String method, Object argument, Supplier<Object> call) {
      return argument instanceof List<?> events && events.getFirst() instanceof AuditEvent event
          && event.stage() == Stage.EXECUTED
              ? new Appended.Durable(List.of(AuditRecord.of("elsewhere", 1, event).receipt())) : call.get();
    }
  },
  /** AU-10: a person is handed the receipt of another record. */
  LOG_MIXES_UP_RECEIPTS {
    @Override
    Object onLog(String method, Object argument, Supplier<Object> call) {
      Object answer = call.get();
      return answer instanceof Appended.Durable(List<Receipt> receipts)
          ? new Appended.Durable(Collections.nCopies(receipts.size(), receipts.getFirst())) : answer;
    }
  },
  /** CM-2.2: a dispatch is acknowledged before it is durable, and lost. */
  LOG_LOSES_DISPATCHES {
    @Override
    Object onLog(String method, Object argument, Supplier<Object> call) {
      return argument instanceof List<?> events && events.getLast() instanceof AuditEvent event
          && event.stage() == Stage.DISPATCHED
              ? new Appended.Durable(events.stream()
                  .map(each -> AuditRecord.of("elsewhere", 1, (AuditEvent) each).receipt()).toList())
              : call.get();
    }
  };

  Object onKernel(Kernel kernel, Object argument, Supplier<Object> call) {
    return call.get();
  }

  Object onLog(String method, Object argument, Supplier<Object> call) {
    return call.get();
  }

  @Override
  public Kernel kernel(Kernel kernel) {
    return (Kernel) Proxy.newProxyInstance(RuleBreakingBug.class.getClassLoader(), new Class<?>[]{Kernel.class},
        (proxy, method, arguments) -> onKernel(kernel, last(arguments), () -> invoke(method, kernel, arguments)));
  }

  @Override
  public AuditLog log(AuditLog log) {
    return (AuditLog) Proxy.newProxyInstance(RuleBreakingBug.class.getClassLoader(), new Class<?>[]{AuditLog.class},
        (proxy, method, arguments) -> onLog(method.getName(), last(arguments), () -> invoke(method, log, arguments)));
  }

  private static Object last(Object[] arguments) {
    return arguments == null ? "" : arguments[arguments.length - 1];
  }

  private static Object invoke(Method method, Object target, Object[] arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Completed<Assessment> denied(Assessment found) {
    var builder = Assessment.builder().cluster(found.cluster()).transition(found.transition()).target(found.target())
        .epoch(found.epoch()).primary(found.primary()).addAllMembers(found.members())
        .putAllRolesAfter(found.rolesAfter()).summary(found.summary()).addAllFindings(found.findings())
        .lastTransition(found.lastTransition());
    found.settled().keySet().forEach(id -> builder.putSettled(id, NOT_EXECUTED));
    return new Completed<>(builder.build());
  }
}
