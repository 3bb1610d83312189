package io.aerodb.console.demo;

import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelProvider;
import io.aerodb.sim.SimulatedKernelProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * A simulated kernel that comes to a halt in the middle of a control command, before or after it took effect, and says
 * so. Whoever waits for it waits for ever.
 */
final class HeldKernel implements KernelProvider {
  private static final Set<String> CONTROL = Set.of("requestPromotion", "requestDemotion", "forcePromotion");

  private final boolean afterEffect;
  private final Runnable held;

  HeldKernel(boolean afterEffect, Runnable held) {
    this.afterEffect = afterEffect;
    this.held = held;
  }

  @Override
  public String scheme() {
    return "sim";
  }

  @Override
  public Kernel open(String location) {
    Kernel kernel = new SimulatedKernelProvider().open(location);
    return (Kernel) Proxy.newProxyInstance(Kernel.class.getClassLoader(), new Class<?>[]{Kernel.class},
        (proxy, method, args) -> CONTROL.contains(method.getName()) ? hold(kernel, method, args)
            : call(kernel, method, args));
  }

  private Object hold(Kernel kernel, Method method, Object[] args) throws Throwable {
    if (afterEffect) {
      call(kernel, method, args);
    }
    held.run();
    new CountDownLatch(1).await();
    throw new IllegalStateException("nobody lets go");
  }

  private static Object call(Kernel kernel, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(kernel, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
