package io.aerodb.command;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.aerodb.audit.AuditTrail;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelActions;
import io.aerodb.kernel.KernelReads;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Proves CM-1.3, CM-2.4, P7-S1, P7-D1: no class of core reaches what it must not; each rule is tried on one that does.
 */
@Tag("class-files")
class ArchitectureTest {
  private static final String ROOT = "io.aerodb.command";
  private static final String[] PURE = {ROOT, ROOT + ".error", ROOT + ".explain", ROOT + ".confirm"};
  private static final JavaClasses MAIN = new ClassFileImporter()
      .withImportOption(location -> location.contains("/core/"))
      .withImportOption(new ImportOption.DoNotIncludeTests()).withImportOption(location -> !location.contains("/test/"))
      .importPackages(ROOT);
  private static final JavaClasses RULE_BREAKER =
      new ClassFileImporter().importClasses(RuleBreaker.class, RuleBreaker.Loop.class);

  private static final ArchRule NO_CHANCE = noClasses().should().dependOnClassesThat().resideInAnyPackage("java.io..",
      "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..", "org.slf4j..", "java.lang.reflect..")
      .orShould().dependOnClassesThat().areAssignableTo(InstantSource.class).orShould()
      .callMethod(Instant.class, "now")
      .orShould().dependOnClassesThat().areAssignableTo(Random.class).orShould()
      .callMethod(System.class, "currentTimeMillis")
      .orShould().callMethod(System.class, "nanoTime").orShould().callMethod(UUID.class, "randomUUID")
      .because("what is pure gives the same for the same");
  private static final ArchRule NO_STATE = fields().that().haveModifier(STATIC).should().haveModifier(FINAL)
      .andShould().notHaveRawType("java.util.concurrent.atomic.AtomicReference")
      .andShould().notHaveRawType("java.util.concurrent.atomic.AtomicInteger")
      .andShould().notHaveRawType("java.lang.ThreadLocal").because("core has no static state");
  private static final ArchRule NO_THREADS = noClasses().should().dependOnClassesThat().areAssignableTo(Thread.class)
      .orShould().dependOnClassesThat().areAssignableTo(Executor.class).orShould().dependOnClassesThat()
      .haveFullyQualifiedName("java.util.concurrent.CompletableFuture").orShould().dependOnClassesThat()
      .haveFullyQualifiedName("java.util.Timer").because("core owns no thread (P7-S1)");
  private static final ArchRule NO_OUTPUT = noClasses().should().accessField(System.class, "out").orShould()
      .accessField(System.class, "err").because("what is shown is the frontend's");

  /** A class that breaks each of the rules. */
  static final class RuleBreaker {
    static int count;

    void run() {
      System.out.println(Instant.now());
      new Thread(() -> {}).interrupt();
    }

    static final class Loop {
      void act(Kernel kernel) {
        kernel.inspectClusterState();
      }
    }
  }

  private static DescribedPredicate<JavaClass> pure() {
    return JavaClass.Predicates.resideInAnyPackage(PURE);
  }

  @Test
  void something_is_looked_at() {
    assertThat(MAIN.size()).isGreaterThan(70);
    assertThat(MAIN.stream().map(c -> c.getSimpleName())).doesNotContain("ArchitectureTest", "PlaneFixture");
  }

  @Test
  void packages_depend_in_one_direction() {
    layeredArchitecture().consideringOnlyDependenciesInLayers()
        .layer("session").definedBy(ROOT + ".session").layer("confirm").definedBy(ROOT + ".confirm")
        .layer("explain").definedBy(ROOT + ".explain").layer("command").definedBy(ROOT)
        .layer("error").definedBy(ROOT + ".error")
        .whereLayer("session").mayNotBeAccessedByAnyLayer()
        .whereLayer("confirm").mayOnlyBeAccessedByLayers("session")
        .whereLayer("explain").mayOnlyBeAccessedByLayers("session", "confirm")
        .whereLayer("command").mayOnlyBeAccessedByLayers("session", "confirm", "explain")
        .check(MAIN);
  }

  @Test
  @Covers({"CM-2.4", "P7-D1"})
  void pure_packages_know_no_clock_chance_io_logger_or_spi() {
    NO_CHANCE.check(only(pure()));
    noClasses().that(pure()).should().dependOnClassesThat().areAssignableTo(KernelReads.class).orShould()
        .dependOnClassesThat().areAssignableTo(KernelActions.class).orShould().dependOnClassesThat()
        .areAssignableTo(AuditTrail.class).check(MAIN);
    assertBroken(NO_CHANCE);
  }

  private static JavaClasses only(
      DescribedPredicate<? super JavaClass> which) {
    return MAIN.that(which);
  }

  @Test
  @Covers({"CM-1.3", "CM-2.4"})
  void one_class_calls_kernel_actions_and_one_other_calls_kernel_reads() {
    ArchRule actions = noClasses().that().doNotHaveFullyQualifiedName(ROOT + ".session.KernelCall").should()
        .callMethodWhere(JavaCall.Predicates.target(
            HasOwner.Predicates.With.owner(
                JavaClass.Predicates.assignableTo(KernelActions.class)))
            .and(DescribedPredicate.describe("an action",
                call -> Arrays.stream(CommandType.values())
                    .anyMatch(t -> t.kernelAction().equals(call.getName())))));

    actions.check(MAIN);
    noClasses().that().haveSimpleNameStartingWith("Planner").should().dependOnClassesThat()
        .haveFullyQualifiedName(KernelActions.class.getName()).orShould().dependOnClassesThat()
        .haveFullyQualifiedName(Kernel.class.getName()).check(MAIN);
    assertBroken(actions);
  }

  @Test
  void there_is_no_static_state() {
    NO_STATE.check(MAIN.that(DescribedPredicate.describe("not made by the compiler",
        c -> !c.getName().matches(".*\\$\\d+"))));
    assertBroken(NO_STATE);
  }

  @Test
  @Covers("P7-S1")
  void there_are_no_threads_and_no_output() {
    NO_THREADS.check(MAIN);
    NO_OUTPUT.check(MAIN);
    assertBroken(NO_THREADS);
    assertBroken(NO_OUTPUT);
  }

  @Test
  void only_the_session_package_logs() {
    noClasses().that().resideOutsideOfPackage(ROOT + ".session").should().dependOnClassesThat()
        .resideInAPackage("org.slf4j..").check(MAIN);
  }

  @Test
  @Covers("P7-O1")
  void nothing_between_a_dispatch_and_its_end_can_log() {
    noClasses().that()
        .haveNameMatching(
            ".*\\.session\\.(RequestExecution|KernelCall|DispatchResult|ConfirmedExecution|AppendResult|StageBodies)")
        .should().dependOnClassesThat().resideInAPackage("org.slf4j..").check(MAIN);
  }

  private static void assertBroken(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(RULE_BREAKER)).as("the rule finds what breaks it")
        .isInstanceOf(AssertionError.class);
  }
}
