package io.aerodb.testkit.rules;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes the ArchUnit conditions of the rules; each reports one violation for each place. */
final class Conditions {
  private Conditions() {}

  /** Each access of a class that is forbidden, in lambdas and by method reference as well. */
  static ArchCondition<JavaClass> noAccess(String description, Predicate<JavaAccess<?>> forbidden) {
    return condition(description, (type, events) -> type.getAccessesFromSelf().stream().filter(forbidden)
        .forEach(access -> violated(events, type, access.getDescription())));
  }

  /**
   * Each forbidden dependency of any kind: supertype, signature, field, type argument, annotation, class object,
   * access.
   */
  static ArchCondition<JavaClass> noDependency(String description, BiPredicate<JavaClass, JavaClass> forbidden) {
    return condition(description,
        (type, events) -> type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> !dependency.getTargetClass().isArray())
            .filter(dependency -> forbidden.test(type, dependency.getTargetClass()))
            .map(Dependency::getDescription)
            .forEach(text -> violated(events, type, text)));
  }

  /**
   * Each dependency on, and each call that takes or answers, a forbidden type: what is only passed on is named nowhere
   * else.
   */
  static ArchCondition<JavaClass> noContact(String description, Predicate<JavaClass> forbidden) {
    return condition(description, (type, events) -> {
      var found = new TreeSet<String>();
      type.getDirectDependenciesFromSelf().stream()
          .filter(dependency -> forbidden.test(dependency.getTargetClass()))
          .forEach(dependency -> found.add(dependency.getDescription()));
      type.getAccessesFromSelf().stream()
          .filter(access -> forbidden.test(access.getTargetOwner()) || signature(access).anyMatch(forbidden))
          .forEach(access -> found.add(access.getDescription()));
      found.forEach(text -> violated(events, type, text));
    });
  }

  /** Each class of which something holds. */
  static ArchCondition<JavaClass> not(String description, Predicate<JavaClass> forbidden, String violation) {
    return condition(description, (type, events) -> {
      if (forbidden.test(type)) {
        violated(events, type, "Class <" + type.getName() + "> " + violation + " in " + type.getSourceCodeLocation());
      }
    });
  }

  static ArchCondition<JavaClass> condition(String description,
      BiConsumer<JavaClass, ConditionEvents> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check.accept(type, events);
      }
    };
  }

  static void violated(ConditionEvents events, JavaClass type, String text) {
    events.add(SimpleConditionEvent.violated(type, text));
  }

  private static Stream<JavaClass> signature(JavaAccess<?> access) {
    return switch (access.getTarget()) {
      case AccessTarget.CodeUnitAccessTarget target ->
          Stream.concat(Stream.of(target.getRawReturnType()), target.getRawParameterTypes().stream());
      case AccessTarget.FieldAccessTarget target -> Stream.of(target.getRawType());
      default -> Stream.empty();
    };
  }
}
