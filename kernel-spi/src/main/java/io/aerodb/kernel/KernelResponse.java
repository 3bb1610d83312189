package io.aerodb.kernel;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a kernel answered: a fact either way. When a kernel can't say, it throws instead.
 *
 * @param <T> what is answered on completion
 * @since 0.1
 */
public sealed interface KernelResponse<T> {
  /**
   * It was done, or read.
   *
   * @param value the answer
   * @param <T> its type
   */
  record Completed<T>(T value) implements KernelResponse<T> {
    public Completed {
      requireNonNull(value, "value");
    }
  }

  /**
   * It was refused, and nothing was changed. Surfaced to the operator verbatim (ER-4).
   *
   * @param code the kernel's stable code, 1 to 100 characters
   * @param message the kernel's explanation, 1 to 4,000 characters
   * @param invariants what the refusal rests on; may be empty
   * @param <T> the type of the answer that was not given
   */
  record Rejected<T>(String code, String message, List<InvariantId> invariants) implements KernelResponse<T> {
    public Rejected {
      Checks.text("code", code, Checks.MAX_CODE);
      Checks.text("message", message, Checks.MAX_MESSAGE);
      invariants = List.copyOf(invariants);
    }
  }
}
