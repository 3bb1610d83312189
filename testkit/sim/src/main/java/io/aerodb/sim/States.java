package io.aerodb.sim;

import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.ReplicationState.Disabled;
import io.aerodb.kernel.ReplicationState.PrimaryActive;
import io.aerodb.kernel.ReplicationState.ReplicaActive;
import io.aerodb.kernel.ReplicationState.ReplicationHalted;
import io.aerodb.kernel.ReplicationState.Uninitialized;
import java.util.Locale;

/** Converts replication states to and from AeroDB's names of them, on disk and in texts. */
final class States {
  private static final String HALTED = "ReplicationHalted(";

  private States() {}

  static String name(ReplicationState state) {
    return switch (state) {
      case Disabled() -> "Disabled";
      case Uninitialized() -> "Uninitialized";
      case PrimaryActive() -> "PrimaryActive";
      case ReplicaActive() -> "ReplicaActive";
      case ReplicationHalted(HaltReason reason) -> HALTED + reason + ")";
    };
  }

  static ReplicationState parse(String name) {
    return switch (name) {
      case "Disabled" -> new Disabled();
      case "Uninitialized" -> new Uninitialized();
      case "PrimaryActive" -> new PrimaryActive();
      case "ReplicaActive" -> new ReplicaActive();
      default -> halted(name);
    };
  }

  /** The error code that a member reports once it has halted for this reason. */
  static String errorCode(HaltReason reason) {
    return "AERO_" + reason.name().toUpperCase(Locale.ROOT);
  }

  private static ReplicationState halted(String name) {
    if (!name.startsWith(HALTED) || !name.endsWith(")")) {
      throw new IllegalArgumentException("replication state is '" + name + "' but must be one of AeroDB's");
    }
    return new ReplicationHalted(HaltReason.valueOf(name.substring(HALTED.length(), name.length() - 1)));
  }
}
