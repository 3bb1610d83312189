package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditUncertainException;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.session.Outcome;
import io.aerodb.freeze.claims.CoversViolation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves P7-F1: under any failure nothing is tried again and nothing else is tried. */
class P7_F1_FailClosedTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @CoversViolation({"P7-F1", "ER-6", "CM-7.3"})
  void after_each_kind_of_failure_there_was_one_call_and_no_other() {
    List<Throwable> failures = List.of(new IllegalStateException(), new IOException(),
        new AuditUncertainException("x", new IllegalStateException()));
    for (Throwable failure : failures) {
      PlaneFixture each = new PlaneFixture();
      each.kernel.fails("requestPromotion", failure);

      each.runs("r-1", PROMOTION);

      assertThat(each.kernel.actions()).containsExactly("requestPromotion");
    }
  }

  @Test
  @CoversViolation({"P7-F1", "AU-6"})
  void an_unreadable_log_or_kernel_means_no() {
    fixture.kernel.fails("assess", new IllegalStateException());
    assertThat(fixture.session.propose(id("r-1"), PROMOTION)).isInstanceOf(Outcome.NotExecuted.class);
    fixture.log.unreadable(new IllegalStateException());
    assertThat(fixture.session.propose(id("r-2"), PROMOTION)).isInstanceOf(Outcome.NotExecuted.class);
    assertThat(fixture.kernel.actions()).isEmpty();
  }
}
