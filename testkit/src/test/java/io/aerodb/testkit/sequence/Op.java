package io.aerodb.testkit.sequence;

import io.aerodb.audit.Stage;
import io.aerodb.testkit.sim.ClusterEvent;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One operation of a sequence. It holds everything it needs and does nothing where it does not apply, so that any part
 * of a sequence is a sequence. A seat is a session of a plane: 0 to 2 are those of the first plane, 3 to 5 those of the
 * second; the third of each has only an observer's authority.
 */
sealed interface Op {
  /** Somebody submits an input, legal or not. */
  record Submit(int seat, String request, String command, SortedMap<String, List<String>> arguments) implements Op {}

  /** Somebody answers the newest proposal of a seat. */
  record Confirm(int seat, Answer answer) implements Op {}

  record Refuse(int seat) implements Op {}

  /** The session ends, and another one begins in its seat. */
  record Close(int seat) implements Op {}

  /** The clock is set forward, or back. */
  record Clock(long seconds) implements Op {}

  record Event(ClusterEvent event) implements Op {}

  /** The next call of that kind goes wrong. */
  record KernelFault(Calls calls, Wrong how) implements Op {}

  /** The next append, or the next one of that stage, goes wrong. */
  record LogFault(Optional<Stage> stage, boolean controlOnly, Lost how) implements Op {}

  /** The process of a plane dies and another one takes its place. */
  record Restart(int plane) implements Op {}

  /** What is answered to a challenge. */
  enum Answer {
    RIGHT,
    WRONG_CODE,
    PARTIAL,
    UNASKED,
    EMPTY,
    FROM_ANOTHER_SESSION
  }

  /** Calls of a kernel. */
  enum Calls {
    TRANSITION,
    ACTION,
    READ
  }

  /** How a call of a kernel goes wrong. */
  enum Wrong {
    THROWS_BEFORE,
    THROWS_AFTER,
    ANSWERS_ANOTHER_TARGET,
    ANSWERS_NOTHING,
    REJECTS
  }

  /** How an append goes wrong. */
  enum Lost {
    NOT_WRITTEN,
    UNCERTAIN_AND_WRITTEN,
    UNCERTAIN_AND_LOST
  }
}
