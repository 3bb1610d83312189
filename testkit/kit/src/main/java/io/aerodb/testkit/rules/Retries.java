package io.aerodb.testkit.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds repetition in class files: uses of retry libraries, schedulers and executors, and a second call beside a catch.
 */
final class Retries {
  private static final List<String> RETRY_PACKAGES =
      List.of("org.springframework.retry", "org.springframework.core.retry",
          "org.springframework.resilience", "io.github.resilience4j.retry", "dev.failsafe", "net.jodah.failsafe",
          "com.github.rholder.retry", "io.micronaut.retry", "reactor.util.retry", "io.smallrye.faulttolerance");
  private static final Set<String> RETRY_TYPES = Set.of("org.eclipse.microprofile.faulttolerance.Retry",
      "io.github.resilience4j.retry.annotation.Retry", "io.vertx.core.RetryPolicy",
      "io.vertx.circuitbreaker.RetryPolicy");
  private static final List<String> TIMER_PACKAGES = List.of("org.quartz", "org.springframework.scheduling",
      "io.micronaut.scheduling", "io.quarkus.scheduler", "org.jobrunr", "com.cronutils");
  private static final Set<String> TIMER_TYPES = Set.of("jakarta.ejb.Schedule", "jakarta.ejb.Schedules",
      "jakarta.ejb.Timeout", "javax.ejb.Schedule", "javax.ejb.Schedules", "javax.ejb.Timeout", "java.util.Timer",
      "java.util.TimerTask", "javax.swing.Timer", "java.util.concurrent.ScheduledExecutorService");

  private Retries() {}

  /** Whether this class, or one that shares its top-level class, spends requests. */
  private static boolean speaks(JavaClass type) {
    JavaClass outermost = Model.outermost(type);
    return type.getAccessesFromSelf().stream().anyMatch(Model::isSpending)
        || type.getPackage().getClasses().stream().filter(other -> Model.outermost(other).equals(outermost))
            .anyMatch(other -> other.getAccessesFromSelf().stream().anyMatch(Model::isSpending));
  }

  static ArchCondition<JavaClass> useNoRetryLibrary() {
    return Conditions.noDependency("use a retry library where requests are spent",
        (type, target) -> isOrIsMarked(target, Retries::isRetry) && speaks(type));
  }

  static ArchCondition<JavaClass> useNoTimerOrExecutor() {
    ArchCondition<JavaClass> named = Conditions.noDependency("use a timer where requests are spent",
        (type, target) -> isOrIsMarked(target, Retries::isTimer) && speaks(type));
    ArchCondition<JavaClass> run = Conditions.noAccess("hand tasks to an executor where requests are spent",
        access -> isHandingOver(access) && speaks(access.getOriginOwner()));
    return named.and(run).as("use a timer, a scheduler or an executor where requests are spent");
  }

  /** A session method that one method calls both inside and outside of a block whose exceptions it catches. */
  static ArchCondition<JavaClass> callNothingAgainAfterCatching() {
    return Conditions.condition("spend a request again after catching", (type, events) -> type.getCodeUnits()
        .forEach(unit -> calls(unit).values().stream().filter(calls -> isSecondTry(unit, calls)).flatMap(List::stream)
            .forEach(call -> Conditions.violated(events, type, call.getDescription()))));
  }

  private static Map<String, List<JavaAccess<?>>> calls(JavaCodeUnit unit) {
    return unit.getAccessesFromSelf().stream().filter(Model::isSpending)
        .collect(Collectors.groupingBy(access -> access.getTarget().getName(), TreeMap::new, Collectors.toList()));
  }

  private static boolean isSecondTry(JavaCodeUnit unit, List<JavaAccess<?>> calls) {
    return calls.stream().flatMap(call -> call.getContainingTryBlocks().stream())
        .filter(block -> catches(unit, block))
        .anyMatch(block -> calls.stream().anyMatch(call -> !call.getContainingTryBlocks().contains(block)));
  }

  /** A try-with-resources is compiled to a catch of Throwable that closes, adds what closing throws, and throws on. */
  private static boolean catches(JavaCodeUnit unit, TryCatchBlock block) {
    Set<JavaClass> caught = block.getCaughtThrowables();
    boolean onlyThrowable = caught.stream().allMatch(type -> type.isEquivalentTo(Throwable.class));
    boolean closes = unit.getMethodCallsFromSelf().stream()
        .anyMatch(call -> call.getTarget().getName().equals("addSuppressed"));
    return !caught.isEmpty() && !(onlyThrowable && closes);
  }

  /** Whether it is one of these, or an annotation that is made of one. */
  private static boolean isOrIsMarked(JavaClass type, Predicate<JavaClass> forbidden) {
    return forbidden.test(type) || (type.isAnnotation() && type.isMetaAnnotatedWith(
        DescribedPredicate.describe("forbidden", annotation -> forbidden.test(annotation.getRawType()))));
  }

  private static boolean isRetry(JavaClass type) {
    return RETRY_TYPES.contains(type.getName()) || in(RETRY_PACKAGES, type);
  }

  private static boolean isTimer(JavaClass type) {
    return in(TIMER_PACKAGES, type) || TIMER_TYPES.stream().anyMatch(type::isAssignableTo);
  }

  private static boolean isHandingOver(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    boolean executor = owner.isAssignableTo(Executor.class)
        && Set.of("execute", "submit", "invoke", "invokeAll", "invokeAny").contains(name);
    boolean future = owner.isAssignableTo(CompletableFuture.class) && name.endsWith("Async");
    boolean delayed = owner.isAssignableTo(CompletableFuture.class) && name.equals("delayedExecutor");
    boolean fork = owner.isAssignableTo(ForkJoinTask.class) && name.equals("fork");
    return executor || future || delayed || fork;
  }

  private static boolean in(List<String> roots, JavaClass type) {
    String name = type.getPackageName();
    return roots.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
  }
}
