package io.aerodb.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.store.MemoryAuditLog;
import io.aerodb.testkit.Arrangement;
import io.aerodb.testkit.Arrangement.Arranged;
import io.aerodb.testkit.Arrangement.Denied;
import io.aerodb.testkit.Arrangement.Impossible;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/** What the kit makes of each answer of a fixture. */
class LogTestContextTest {
  private final AuditLog other = MemoryAuditLog.of("other");

  @Test
  void the_test_goes_on_with_the_log_that_was_arranged() {
    LogTestContext context = answering(new Arranged<>(other));

    assertThat(context.second()).containsSame(other);
    context.arrange(LogScenario.RESTARTED);

    assertThat(context.log()).isSameAs(other);
  }

  @Test
  void an_impossible_scenario_skips_the_test_with_the_reason_of_the_host() {
    LogTestContext context = answering(new Impossible<>("no disk"));

    assertThatThrownBy(() -> context.arrange(LogScenario.RESTARTED)).isInstanceOf(TestAbortedException.class)
        .hasMessageEndingWith("scenario RESTARTED can't be arranged: no disk");
    assertThatThrownBy(context::second).isInstanceOf(TestAbortedException.class)
        .hasMessageEndingWith("scenario SECOND_INSTANCE can't be arranged: no disk");
  }

  @Test
  void a_log_may_keep_a_second_instance_out_but_not_without_a_word() {
    assertThat(answering(new Denied<>("in use")).second()).isEmpty();
    assertThatThrownBy(() -> answering(new Denied<>(" ")).second()).isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("L-04 is broken").hasMessageEndingWith("a second instance was kept out without a word");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SECOND_INSTANCE")
  void a_fixture_that_denies_any_other_scenario_is_wrong(LogScenario scenario) {
    LogTestContext context = answering(new Denied<>("in use"));

    assertThatThrownBy(() -> context.arrange(scenario)).isInstanceOf(AssertionError.class)
        .hasMessage("the fixture answered " + scenario + " with Denied[message=in use], which is an answer to "
            + "SECOND_INSTANCE alone: what the log throws has to reach the test");
  }

  private static LogTestContext answering(Arrangement<AuditLog> answer) {
    return new LogTestContext(new AuditLogFixture() {
      @Override
      public AuditLog log() {
        return MemoryAuditLog.of("kit-log");
      }

      @Override
      public Arrangement<AuditLog> arrange(LogScenario scenario) {
        return answer;
      }

      @Override
      public void close() {
        // It holds nothing.
      }
    });
  }
}
