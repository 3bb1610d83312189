package io.aerodb.testkit.recorder;

import io.aerodb.testkit.proves.Aspect;
import io.aerodb.testkit.proves.Attacks;
import io.aerodb.testkit.proves.Proves;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The claims of a test as text: {@code CM-9.1} a rule, {@code !P7-A1} its violation attempted, {@code inspect_node/SUCCESS} an aspect of a
 * command. What an annotation leaves open is written as it stands, so that the gate can say that it names nothing.
 */
final class Claims {
  private Claims() {}

  /** Those of a class, of what it extends, and of what encloses it. */
  static SortedSet<String> of(Class<?> type) {
    var claims = new TreeSet<String>();
    for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
      for (Class<?> base = outer; base != null; base = base.getSuperclass()) {
        collect(base, claims);
        List.of(base.getInterfaces()).forEach(each -> collect(each, claims));
      }
    }
    return claims;
  }

  /** Those of a method and of the class that runs it. */
  static SortedSet<String> of(Class<?> type, Method method) {
    SortedSet<String> claims = of(type);
    collect(method, claims);
    return claims;
  }

  private static void collect(AnnotatedElement from, SortedSet<String> into) {
    for (Proves proves : from.getDeclaredAnnotationsByType(Proves.class)) {
      into.addAll(List.of(proves.value()));
      commands(proves, into);
    }
    for (Attacks attacks : from.getDeclaredAnnotationsByType(Attacks.class)) {
      List.of(attacks.value()).forEach(rule -> into.add("!" + rule));
    }
  }

  private static void commands(Proves proves, SortedSet<String> into) {
    for (String command : proves.command()) {
      for (Aspect aspect : proves.aspect()) {
        into.add(command + "/" + aspect);
      }
    }
    boolean namesNothing = proves.value().length == 0 && proves.command().length == 0;
    boolean namesHalf = (proves.command().length == 0) != (proves.aspect().length == 0);
    if (namesNothing || namesHalf) {
      into.add(String.join(",", proves.command()) + "/" + List.of(proves.aspect()));
    }
  }
}
