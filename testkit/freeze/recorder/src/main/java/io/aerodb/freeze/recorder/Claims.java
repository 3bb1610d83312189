package io.aerodb.freeze.recorder;

import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The collector of a test's claims, as text such as a test record holds. What an annotation leaves open is written as
 * it stands, so that the gate can say that it names nothing.
 */
final class Claims {
  private final SortedSet<String> found = new TreeSet<>();
  private final SortedSet<String> commands = new TreeSet<>();
  private final SortedSet<String> aspects = new TreeSet<>();

  private Claims() {}

  /** Those of a method and of the class that runs it, of what that extends, and of what encloses it. */
  static SortedSet<String> of(Class<?> type, Method method) {
    var all = new Claims();
    for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
      for (Class<?> base = outer; base != null; base = base.getSuperclass()) {
        all.collect(base);
        List.of(base.getInterfaces()).forEach(all::collect);
      }
    }
    all.collect(method);
    all.pair(all.commands, all.aspects);
    if (all.commands.isEmpty() || all.aspects.isEmpty()) {
      var own = new Claims();
      own.collect(method);
      // A half that only the class names belongs to other methods.
      all.pair(own.commands, Set.of(""));
      all.pair(Set.of(""), own.aspects);
    }
    return all.found;
  }

  private void collect(AnnotatedElement from) {
    for (Covers covers : from.getDeclaredAnnotationsByType(Covers.class)) {
      List<String> named = List.of(covers.command());
      List<String> with = Arrays.stream(covers.aspect()).map(Aspect::name).toList();
      found.addAll(List.of(covers.value()));
      if (!named.isEmpty() && !with.isEmpty()) {
        pair(named, with);
      } else if (covers.value().length == 0 && named.isEmpty() && with.isEmpty()) {
        found.add("");
      } else {
        commands.addAll(named);
        aspects.addAll(with);
      }
    }
    for (CoversViolation violation : from.getDeclaredAnnotationsByType(CoversViolation.class)) {
      List.of(violation.value()).forEach(rule -> found.add("!" + rule));
    }
  }

  private void pair(Collection<String> named, Collection<String> with) {
    named.forEach(command -> with.forEach(aspect -> found.add(command + "/" + aspect)));
  }
}
