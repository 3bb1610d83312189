package io.aerodb.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.testkit.kernel.KitRun;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit is tested by logs that are wrong on purpose. */
class WrongLogsTest {
  @ParameterizedTest
  @EnumSource
  void a_wrong_log_fails_in_exactly_the_expected_tests(WrongLogs wrong) {
    KitRun run = KitRun.of(WrongLogKit.class, wrong.name());

    assertThat(run.failed().keySet()).as("%s", run.failed()).isEqualTo(new TreeSet<>(wrong.fails()));
    assertThat(run.failed().get(wrong.fails().getFirst())).startsWith(wrong.duty().id() + " is broken: "
        + wrong.duty().sentence()).contains(wrong.duty().rules()).contains("Found: ");
  }

  @Test
  void every_duty_is_broken_by_a_double_and_verified_by_a_test() {
    Set<LogDuty> broken = new TreeSet<>(Arrays.stream(WrongLogs.values()).map(WrongLogs::duty).toList());
    Set<LogDuty> verified = new TreeSet<>();
    tests().forEach(test -> verified.addAll(List.of(test.getAnnotation(VerifiesLog.class).value())));

    assertThat(broken).containsExactly(LogDuty.values());
    assertThat(verified).containsExactly(LogDuty.values());
  }

  @Test
  void the_test_that_finds_a_double_verifies_its_duty() {
    for (WrongLogs wrong : WrongLogs.values()) {
      Method first = tests().filter(test -> test.getName().equals(wrong.fails().getFirst())).findFirst().orElseThrow();

      assertThat(first.getAnnotation(VerifiesLog.class).value()).as("%s", wrong).contains(wrong.duty());
    }
  }

  private static Stream<Method> tests() {
    return Arrays.stream(AuditLogKit.class.getDeclaredClasses())
        .filter(group -> group.isAnnotationPresent(Nested.class))
        .flatMap(group -> Arrays.stream(group.getSuperclass().getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Test.class));
  }
}
