package io.aerodb.testkit.kernel;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/**
 * Contract tests for implementations of {@link io.aerodb.kernel.Kernel}: a host extends this class and supplies a
 * fixture.
 *
 * <p>They test no database. They know nothing but the SPI, and prove what a control plane relies on when it explains,
 * dispatches and tells the truth: each {@link KernelDuty}, verified by at least one test. A test that needs a
 * {@link KernelScenario} which the host can't arrange is skipped with the host's own reason, and so is the duty, until
 * it can; a {@link Capability} that is denied is tested as a refusal.
 *
 * <p>Carries the rules that its duties name. Safe to run in any order; every test has a cluster of its own.
 *
 * @since 0.1
 */
public abstract class KernelKit {
  private @Nullable KernelTestContext context;

  /** For the host's test class. */
  protected KernelKit() {}

  /** A fresh kernel over a fresh cluster; called before each test, and closed after it. */
  protected abstract KernelFixture fixture() throws Exception;

  @BeforeEach
  final void openFixture() throws Exception {
    context = new KernelTestContext(fixture());
  }

  @AfterEach
  final void closeFixture() throws Exception {
    if (context != null) {
      context.close();
    }
  }

  KernelTestContext context() {
    return requireNonNull(context, "context");
  }

  @Nested
  class Views extends ViewTests {
    Views() {
      super(KernelKit.this);
    }
  }

  @Nested
  class Names extends NameTests {
    Names() {
      super(KernelKit.this);
    }
  }

  @Nested
  class Reads extends ReadTests {
    Reads() {
      super(KernelKit.this);
    }
  }

  @Nested
  class Checks extends CheckTests {
    Checks() {
      super(KernelKit.this);
    }
  }

  @Nested
  class Orders extends OrderTests {
    Orders() {
      super(KernelKit.this);
    }
  }

  @Nested
  class Refusals extends RefusalTests {
    Refusals() {
      super(KernelKit.this);
    }
  }

  @Nested
  class Epochs extends EpochTests {
    Epochs() {
      super(KernelKit.this);
    }
  }

  @Nested
  class Repetition extends RepetitionTests {
    Repetition() {
      super(KernelKit.this);
    }
  }

  @Nested
  class Force extends ForceTests {
    Force() {
      super(KernelKit.this);
    }
  }

  @Nested
  class Truth extends TruthTests {
    Truth() {
      super(KernelKit.this);
    }
  }

  @Nested
  class Amounts extends AmountTests {
    Amounts() {
      super(KernelKit.this);
    }
  }

  @Nested
  class Callers extends CallerTests {
    Callers() {
      super(KernelKit.this);
    }
  }
}
