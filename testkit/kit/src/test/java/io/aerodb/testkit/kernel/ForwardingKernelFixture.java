package io.aerodb.testkit.kernel;

import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.NodeId;
import io.aerodb.testkit.Arrangement;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A fixture whose kernels all differ from the real one in the same way. */
final class ForwardingKernelFixture implements KernelFixture {
  private final KernelFixture real;
  private final UnaryOperator<Kernel> wrong;
  private final Set<Capability> denied;
  private Kernel last;
  private Kernel wrapped;

  ForwardingKernelFixture(KernelFixture real, UnaryOperator<Kernel> wrong, Set<Capability> denied) {
    this.real = real;
    this.wrong = wrong;
    this.denied = denied;
    this.last = real.kernel();
    this.wrapped = wrong.apply(last);
  }

  @Override
  public Kernel kernel() {
    if (last != real.kernel()) {
      last = real.kernel();
      wrapped = wrong.apply(last);
    }
    return wrapped;
  }

  @Override
  public Kernel another() {
    return wrong.apply(real.another());
  }

  @Override
  public Arrangement<NodeId> arrange(KernelScenario scenario) {
    return real.arrange(scenario);
  }

  @Override
  public Set<Capability> denied() {
    return denied;
  }

  @Override
  public Optional<String> fingerprint() {
    return real.fingerprint();
  }

  @Override
  public void close() throws IOException {
    real.close();
  }
}
