package io.aerodb.testkit.audit;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/**
 * Contract tests for implementations of {@link io.aerodb.audit.AuditLog}: a host extends this class and supplies a
 * fixture.
 *
 * <p>They know no command. They prove what a control plane relies on when it records, dispatches and starts anew: each
 * {@link LogDuty}, verified by at least one test. A test that needs a {@link LogScenario} which the host can't arrange
 * is skipped with the host's own reason, and so is the duty, until it can.
 *
 * <p>Carries the rules that its duties name. Safe to run in any order; every test has a log of its own.
 *
 * @since 0.1
 */
public abstract class AuditLogKit {
  private @Nullable LogTestContext context;

  /** For the host's test class. */
  protected AuditLogKit() {}

  /** A fresh log; called before each test, and closed after it. */
  protected abstract AuditLogFixture fixture() throws Exception;

  @BeforeEach
  final void openFixture() throws Exception {
    context = new LogTestContext(fixture());
  }

  @AfterEach
  final void closeFixture() throws Exception {
    if (context != null) {
      context.close();
    }
  }

  LogTestContext context() {
    return requireNonNull(context, "context");
  }

  @Nested
  class Claims extends ClaimTests {
    Claims() {
      super(AuditLogKit.this);
    }
  }

  @Nested
  class Fences extends FenceTests {
    Fences() {
      super(AuditLogKit.this);
    }
  }

  @Nested
  class RequestGrammars extends GrammarTests {
    RequestGrammars() {
      super(AuditLogKit.this);
    }
  }

  @Nested
  class Records extends RecordTests {
    Records() {
      super(AuditLogKit.this);
    }
  }

  @Nested
  class Durability extends DurabilityTests {
    Durability() {
      super(AuditLogKit.this);
    }
  }

  @Nested
  class Failures extends FailureTests {
    Failures() {
      super(AuditLogKit.this);
    }
  }

  @Nested
  class Queries extends ReadingTests {
    Queries() {
      super(AuditLogKit.this);
    }
  }

  @Nested
  class ControlStatuses extends ControlStatusTests {
    ControlStatuses() {
      super(AuditLogKit.this);
    }
  }
}
