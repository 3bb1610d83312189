package io.aerodb.testkit.arbitraries;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;

/** Samples of an arbitrary, the same ones each time, and the closed types that they have to cover. */
final class ArbitrarySamples {
  private static final int MANY = 250;

  private ArbitrarySamples() {}

  static <T> Stream<T> of(Arbitrary<T> arbitrary) {
    RandomGenerator<T> generator = arbitrary.generator(MANY);
    var random = new Random(20_260_301L);
    return Stream.generate(() -> generator.next(random).value()).limit(MANY);
  }

  static Set<Class<?>> kinds(Arbitrary<?> arbitrary) {
    return of(arbitrary).map(Object::getClass).collect(Collectors.toSet());
  }

  /** The final types under a sealed one. */
  static Set<Class<?>> leaves(Class<?> sealed) {
    return sealed.isSealed()
        ? Arrays.stream(sealed.getPermittedSubclasses()).flatMap(type -> leaves(type).stream())
            .collect(Collectors.toSet())
        : Set.of(sealed);
  }
}
