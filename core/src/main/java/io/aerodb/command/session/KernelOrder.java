package io.aerodb.command.session;

import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.TransitionOrder;

/** What a command carries to the kernel beside its own arguments. */
sealed interface KernelOrder {
  /** A command that needs no confirmation carries nothing. */
  record None() implements KernelOrder {}

  record Diagnostics(DiagnosticOrder order) implements KernelOrder {}

  record Transition(TransitionOrder order) implements KernelOrder {}

  default DiagnosticOrder diagnostics() {
    return ((Diagnostics) this).order();
  }

  default TransitionOrder transition() {
    return ((Transition) this).order();
  }
}
