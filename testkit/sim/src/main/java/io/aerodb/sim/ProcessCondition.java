package io.aerodb.sim;

import io.aerodb.kernel.NodeId;

/** The condition of a member's process, and what can be known of it from outside. */
enum ProcessCondition {
  /** It answers. */
  UP,
  /** Its process is gone, and its supervision can read what it left on disk. */
  KILLED,
  /** It gives no answer; whether it runs can't be told. */
  FROZEN,
  /** Its network is lost; whether it accepts writes on its side can't be told. */
  ISOLATED;

  /** Whether its log can be read: by asking it, or from what a process that is gone left behind. */
  boolean readable() {
    return this == UP || this == KILLED;
  }

  /** The evidence that the member gives no answer. */
  String evidence(NodeId node) {
    return switch (this) {
      case UP -> node + " answers";
      case KILLED -> "the process of " + node + " is gone, as its supervision reports";
      case FROZEN -> node + " was asked and gave no answer; whether its process runs can't be told";
      case ISOLATED -> node + " can't be reached over the network; whether it accepts writes on its side can't be told";
    };
  }
}
