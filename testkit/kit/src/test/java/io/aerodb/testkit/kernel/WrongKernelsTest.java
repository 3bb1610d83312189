package io.aerodb.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The kit is tested by kernels that are wrong on purpose. */
class WrongKernelsTest {
  @ParameterizedTest
  @EnumSource
  void a_wrong_kernel_fails_in_exactly_the_expected_tests(WrongKernels wrong) {
    KitRun run = KitRun.of(WrongKernelKit.class, wrong.name());

    assertThat(run.failed().keySet()).as("%s", run.failed()).isEqualTo(new TreeSet<>(wrong.fails()));
    assertThat(run.failed().get(wrong.fails().getFirst())).startsWith(wrong.duty().id() + " is broken: "
        + wrong.duty().sentence()).contains(wrong.duty().rules()).contains("Found: ");
  }

  @Test
  void every_duty_is_broken_by_a_double_and_verified_by_a_test() {
    Set<KernelDuty> broken = new TreeSet<>(Arrays.stream(WrongKernels.values()).map(WrongKernels::duty).toList());
    Set<KernelDuty> verified = new TreeSet<>();
    tests().forEach(test -> verified.addAll(List.of(test.getAnnotation(VerifiesKernel.class).value())));

    assertThat(broken).containsExactly(KernelDuty.values());
    assertThat(verified).containsExactly(KernelDuty.values());
  }

  @Test
  void the_test_that_finds_a_double_verifies_its_duty() {
    for (WrongKernels wrong : WrongKernels.values()) {
      Method first = tests().filter(test -> test.getName().equals(wrong.fails().getFirst())).findFirst().orElseThrow();

      assertThat(first.getAnnotation(VerifiesKernel.class).value()).as("%s", wrong).contains(wrong.duty());
    }
  }

  private static Stream<Method> tests() {
    return Arrays.stream(KernelKit.class.getDeclaredClasses()).filter(group -> group.isAnnotationPresent(Nested.class))
        .flatMap(group -> Arrays.stream(group.getSuperclass().getDeclaredMethods()))
        .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class));
  }
}
