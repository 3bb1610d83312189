package io.aerodb.console;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelProvider;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelUnavailableException;
import io.aerodb.kernel.MemberState;
import io.aerodb.sim.SimulatedKernelProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.UnaryOperator;

/** A simulated kernel that writes what would make a terminal show something else, wherever a kernel may write. */
final class HostileKernel implements KernelProvider {
  /** Clears the screen, sets its title, turns the direction of writing, rings, deletes. */
  static final String TEXT = "fine\u001b[2J\u001b]0;owned\u0007\u202ereversed\r\b\u009b31m\u2066x\u2028y";

  private final UnaryOperator<Object> answer;

  private HostileKernel(UnaryOperator<Object> answer) {
    this.answer = answer;
  }

  static HostileKernel writing() {
    return new HostileKernel(HostileKernel::hostile);
  }

  static HostileKernel refusing() {
    return new HostileKernel(any -> new KernelResponse.Rejected<>("AERO_NO", TEXT, List.of()));
  }

  static HostileKernel thatFirst(Runnable disturbs) {
    return new HostileKernel(answer -> {
      disturbs.run();
      return answer;
    });
  }

  @Override
  public String scheme() {
    return "hostile";
  }

  @Override
  public Kernel open(String location) {
    if (location.equals("gone")) {
      throw new KernelUnavailableException(TEXT);
    }
    if (location.isEmpty()) {
      throw new IllegalArgumentException(TEXT);
    }
    Kernel kernel = new SimulatedKernelProvider().open(location);
    return (Kernel) Proxy.newProxyInstance(Kernel.class.getClassLoader(), new Class<?>[]{Kernel.class},
        (proxy, method, args) -> {
          Object said = call(kernel, method, args);
          return said instanceof KernelResponse<?> ? answer.apply(said) : said;
        });
  }

  private static Object call(Kernel kernel, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(kernel, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Object hostile(Object answer) {
    return switch (answer) {
      case KernelResponse.Completed<?>(ClusterState view) ->
          new KernelResponse.Completed<>(ClusterState.builder().cluster(view.cluster())
              .epoch(view.epoch())
              .addAllMembers(
                  view.members().stream().<MemberState>map(m -> new MemberState.Unreachable(m.node(), TEXT)).toList())
              .build());
      case KernelResponse.Completed<?>(Assessment a) ->
          new KernelResponse.Completed<>(Assessment.builder().cluster(a.cluster())
              .transition(a.transition()).target(a.target()).epoch(a.epoch()).primary(a.primary())
              .addAllMembers(a.members())
              .putAllRolesAfter(a.rolesAfter()).summary(TEXT).addAllFindings(a.findings())
              .lastTransition(a.lastTransition())
              .putAllSettled(a.settled()).build());
      default -> answer;
    };
  }
}
