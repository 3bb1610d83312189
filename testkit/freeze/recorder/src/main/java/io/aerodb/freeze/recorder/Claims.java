package io.aerodb.freeze.recorder;

import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The claims of a test as text: {@code CM-9.1} a rule, {@code !P7-A1} its violation attempted, {@code inspect_node/SUCCESS} an aspect of a
 * command. What an annotation leaves open is written as it stands, so that the gate can say that it names nothing.
 */
final class Claims {
  private final SortedSet<String> found = new TreeSet<>();
  private final SortedSet<String> commands = new TreeSet<>();
  private final SortedSet<Aspect> aspects = new TreeSet<>();

  private Claims() {}

  /** Those of a test that has no method: those of its class. */
  static SortedSet<String> of(Class<?> type) {
    return ofClass(type).found;
  }

  /** Those of a method and of the class that runs it; where one names a command and the other an aspect, the two together. */
  static SortedSet<String> of(Class<?> type, Method method) {
    Claims claims = ofClass(type);
    claims.collect(method);
    claims.pair(claims.commands, claims.aspects);
    if (claims.commands.isEmpty() != claims.aspects.isEmpty()) {
      claims.halves(method);
    }
    return claims.found;
  }

  /** Those of a class, of what it extends, and of what encloses it. */
  private static Claims ofClass(Class<?> type) {
    var claims = new Claims();
    for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
      for (Class<?> base = outer; base != null; base = base.getSuperclass()) {
        claims.collect(base);
        List.of(base.getInterfaces()).forEach(claims::collect);
      }
    }
    return claims;
  }

  private void collect(AnnotatedElement from) {
    for (Covers proves : from.getDeclaredAnnotationsByType(Covers.class)) {
      found.addAll(List.of(proves.value()));
      if (proves.command().length > 0 && proves.aspect().length > 0) {
        pair(List.of(proves.command()), List.of(proves.aspect()));
      } else if (proves.value().length == 0 && proves.command().length == 0 && proves.aspect().length == 0) {
        found.add("");
      } else {
        commands.addAll(List.of(proves.command()));
        aspects.addAll(List.of(proves.aspect()));
      }
    }
    for (CoversViolation attacks : from.getDeclaredAnnotationsByType(CoversViolation.class)) {
      List.of(attacks.value()).forEach(rule -> found.add("!" + rule));
    }
  }

  private void pair(Collection<String> named, Collection<Aspect> with) {
    named.forEach(command -> with.forEach(aspect -> found.add(command + "/" + aspect)));
  }

  /** A method that names one half, to which its class names no other; a class may name what some of its tests have no use for. */
  private void halves(Method method) {
    for (Covers proves : method.getDeclaredAnnotationsByType(Covers.class)) {
      if (proves.command().length == 0 || proves.aspect().length == 0) {
        List.of(proves.command()).forEach(command -> found.add(command + "/"));
        List.of(proves.aspect()).forEach(aspect -> found.add("/" + aspect));
      }
    }
  }
}
