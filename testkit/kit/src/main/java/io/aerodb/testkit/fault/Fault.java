package io.aerodb.testkit.fault;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for one call of a double. It may keep the call from happening, and may change or withhold its answer; it
 * can't change what the call does.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Fault {
  /**
   * Stands in for the call.
   *
   * @param call does it for real; asked at most once by the faults of this type
   * @return what the caller is answered, whatever its type
   */
  @Nullable Object around(Supplier<?> call);

  /** Does nothing but the call. */
  static Fault pass() {
    return Supplier::get;
  }

  /** Runs a hook on the caller's thread. */
  static Fault run(Point point, Runnable hook) {
    return switch (point) {
      case BEFORE_CALL -> call -> {
        hook.run();
        return call.get();
      };
      case AFTER_EFFECT -> call -> {
        Object answer = call.get();
        hook.run();
        return answer;
      };
      case HALFWAY -> throw new IllegalArgumentException("point is HALFWAY but only a write to a disk passes it");
    };
  }

  /** Throws: with {@link Point#BEFORE_CALL} nothing happens, with {@link Point#AFTER_EFFECT} everything did. */
  static Fault fail(Point point, Supplier<? extends RuntimeException> failure) {
    return run(point, () -> {
      throw failure.get();
    });
  }

  /** Waits at a gate: with {@link Point#AFTER_EFFECT} it happens and the answer is late. */
  static Fault hang(Point point, Gate gate) {
    return run(point, gate::pass);
  }

  /** Lets it happen and answers something else than what was answered. */
  static Fault answer(UnaryOperator<@Nullable Object> change) {
    return call -> change.apply(call.get());
  }

  /** Lets nothing happen and answers this. */
  static Fault instead(Supplier<? extends @Nullable Object> answer) {
    return call -> answer.get();
  }
}
