package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.Bench.PROMOTION;
import static io.aerodb.command.doubles.Bench.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditUncertainException;
import io.aerodb.command.doubles.Bench;
import io.aerodb.command.session.Outcome;
import io.aerodb.freeze.claims.CoversViolation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves P7-F1: under any failure nothing is tried again and nothing else is tried. */
class P7_F1_FailClosedTest {
  private final Bench bench = new Bench();

  @Test
  @CoversViolation({"P7-F1", "ER-6", "CM-7.3"})
  void after_each_kind_of_failure_there_was_one_call_and_no_other() {
    List<Throwable> failures = List.of(new IllegalStateException(), new IOException(),
        new AuditUncertainException("x", new IllegalStateException()));
    for (Throwable failure : failures) {
      Bench each = new Bench();
      each.kernel.fails("requestPromotion", failure);

      each.runs("r-1", PROMOTION);

      assertThat(each.kernel.actions()).containsExactly("requestPromotion");
    }
  }

  @Test
  @CoversViolation({"P7-F1", "AU-6"})
  void an_unreadable_log_or_kernel_means_no() {
    bench.kernel.fails("assess", new IllegalStateException());
    assertThat(bench.session.propose(id("r-1"), PROMOTION)).isInstanceOf(Outcome.NotExecuted.class);
    bench.log.unreadable(new IllegalStateException());
    assertThat(bench.session.propose(id("r-2"), PROMOTION)).isInstanceOf(Outcome.NotExecuted.class);
    assertThat(bench.kernel.actions()).isEmpty();
  }
}
