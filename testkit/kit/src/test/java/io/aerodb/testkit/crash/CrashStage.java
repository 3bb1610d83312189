package io.aerodb.testkit.crash;

import io.aerodb.audit.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The boundaries between the stages of a request, in order, and what the trail holds of it if its process dies there.
 */
enum CrashStage {
  BEFORE_CLAIM(1, Flow.ALL, 0),
  TORN_CLAIM(2, Flow.ALL, 1),
  UNFORCED_CLAIM(2, Flow.ALL, 2),
  AFTER_CLAIM(2, Flow.ALL, 2),
  AFTER_YES(3, Flow.CONTROL_ONLY, 2),
  AFTER_REREAD(3, Flow.CONTROL_ONLY, 2),
  BEFORE_DISPATCH(3, Flow.CONFIRMED, 2),
  TORN_DISPATCH(3, Flow.CONFIRMED, 3),
  UNFORCED_DISPATCH(4, Flow.CONFIRMED, 4),
  AFTER_DISPATCH(4, Flow.CONFIRMED, 4),
  BEFORE_KERNEL(4, Flow.ALL, 4),
  IN_KERNEL_BEFORE_EFFECT(4, Flow.CONTROL_ONLY, 4),
  IN_KERNEL_AFTER_EFFECT(4, Flow.CONTROL_ONLY, 4),
  AFTER_KERNEL(5, Flow.ALL, 4),
  BEFORE_END(5, Flow.ALL, 4),
  TORN_END(5, Flow.ALL, 4),
  UNFORCED_END(0, Flow.ALL, 5),
  AFTER_END(0, Flow.ALL, 5),
  AFTER_ANSWER(0, Flow.ALL, 5);

  /** Which commands pass a boundary. */
  enum Flow {
    /** The control commands. */
    CONTROL_ONLY,
    /** These and the diagnostics. */
    CONFIRMED,
    /** Every command. */
    ALL
  }

  private static final List<Stage> WHOLE =
      List.of(Stage.REQUESTED, Stage.PROPOSED, Stage.CONFIRMED, Stage.DISPATCHED, Stage.EXECUTED);

  private final int row;
  private final Flow flow;
  private final int recorded;

  CrashStage(int row, Flow flow, int recorded) {
    this.row = row;
    this.flow = flow;
    this.recorded = recorded;
  }

  static List<CrashStage> of(Subject subject) {
    return Arrays.stream(values()).filter(stage -> stage.flow.compareTo(subject.flow()) >= 0).toList();
  }

  static List<CrashStage> ofRow(Subject subject, int row) {
    return of(subject).stream().filter(stage -> stage.row == row).toList();
  }

  /** What the trail holds; of a torn append of two records the first one may have been whole. */
  List<Stage> trail(Subject subject) {
    List<Stage> confirmed = WHOLE.subList(0, recorded);
    if (subject.flow() != Flow.ALL) {
      return confirmed;
    }
    var immediate = new ArrayList<>(confirmed);
    immediate.removeAll(List.of(Stage.PROPOSED, Stage.CONFIRMED));
    if (this == UNFORCED_CLAIM || this == AFTER_CLAIM) {
      immediate.add(Stage.DISPATCHED);
    }
    return immediate;
  }

  boolean torn() {
    return this == TORN_CLAIM || this == TORN_DISPATCH || this == TORN_END;
  }

  /** Whether the kernel executed a control command whose process died here. */
  boolean executed() {
    return compareTo(IN_KERNEL_AFTER_EFFECT) >= 0;
  }

  /** Whether the process died between a durable dispatch and a durable end. */
  boolean unresolved() {
    return compareTo(UNFORCED_DISPATCH) >= 0 && compareTo(TORN_END) <= 0;
  }

  /** Whether no evidence in the kernel tells what came of it. */
  boolean cannotBeTold() {
    return compareTo(UNFORCED_DISPATCH) >= 0 && compareTo(BEFORE_KERNEL) <= 0;
  }
}
