package io.aerodb.testkit.fault;

import io.aerodb.kernel.Kernel;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A kernel whose calls can be made to fail, to hang, to answer late or to answer something else. It passes every call
 * for which no fault waits. Safe for any thread.
 *
 * <pre>{@code
 * var kernel = FaultyKernel.around(real);
 * kernel.next(KernelMethod.REQUEST_PROMOTION,
 *     Fault.fail(Point.AFTER_EFFECT, () -> new KernelUnavailableException("cut off")));
 * }</pre>
 *
 * @since 0.1
 */
public final class FaultyKernel extends KernelDecorator {
  private final Faults<KernelMethod> faults = new Faults<>();

  private FaultyKernel(Kernel kernel) {
    super(kernel);
  }

  /** Wraps a kernel; closing this one closes it. */
  public static FaultyKernel around(Kernel kernel) {
    return new FaultyKernel(kernel);
  }

  /** The fault strikes the next call of this method for which no other one waits. */
  public FaultyKernel next(KernelMethod method, Fault fault) {
    return next(method::equals, fault);
  }

  /** The fault strikes the next call that fits and for which no other one waits. */
  public FaultyKernel next(Predicate<KernelMethod> when, Fault fault) {
    faults.add(when, fault);
    return this;
  }

  /** How many faults still wait for their call. */
  public int waiting() {
    return faults.waiting();
  }

  /** Forgets the faults that still wait. */
  public void clear() {
    faults.clear();
  }

  // An answer of a wrong type, or none, is a fault that a caller has to bear.
  @SuppressWarnings({"unchecked", "NullAway"})
  @Override
  protected <T> T around(KernelMethod method, Optional<String> requestId, Supplier<T> effect) {
    return (T) faults.around(method, effect);
  }
}
