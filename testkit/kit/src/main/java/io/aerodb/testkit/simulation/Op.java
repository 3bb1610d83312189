package io.aerodb.testkit.simulation;

import io.aerodb.audit.Stage;
import io.aerodb.sim.ClusterEvent;
import io.aerodb.testkit.fault.Point;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One event of a simulation. It holds everything it needs and does nothing where it does not apply, so that a sequence
 * stays valid whatever is left out of it. A seat is a session of a plane: 0 to 2 are those of the first plane, 3 to 5
 * those of the second; the third of each has only an observer's authority.
 */
sealed interface Op {
  /** Somebody asks for something. */
  sealed interface Ask extends Op {
    int seat();

    String request();
  }

  /** Somebody submits an input, legal or not. */
  record Submit(int seat, String request, String command, SortedMap<String, List<String>> arguments) implements Ask {}

  /**
   * Somebody wants write authority to change. Which command that takes is seen when it happens, as a person would: else
   * a long sequence would soon ask for nothing that is possible.
   *
   * @param member which member, by its number; the next one where that one has authority already
   */
  record Control(int seat, String request, Wish wish, int member) implements Ask {}

  /** Whoever holds write authority is lost. */
  record PrimaryLost(LossKind how) implements Op {}

  /** Whoever holds write authority is back, if it was lost. */
  record PrimaryBack() implements Op {}

  /** Somebody answers the newest proposal of a seat. */
  record Confirm(int seat, Answer answer) implements Op {}

  /** Somebody declines the newest proposal of a seat. */
  record Refuse(int seat) implements Op {}

  /** The session ends, and another one begins in its seat. */
  record Close(int seat) implements Op {}

  /** The clock is set forward, or back. */
  record Clock(long seconds) implements Op {}

  /** Something happens to the cluster. */
  record Event(ClusterEvent event) implements Op {}

  /** The next call of that kind goes wrong. */
  record KernelFault(Calls calls, KernelFaultKind how) implements Op {}

  /** The kernel's process dies in the middle of its next order. */
  record KernelDies(int change, boolean halfway) implements Op {}

  /** The next append, or the next one of that stage, goes wrong. */
  record LogFault(Optional<Stage> stage, boolean controlOnly, LogFaultKind how) implements Op {}

  /** The process of a plane dies between two calls, and another one takes its place. */
  record Restart(int plane) implements Op {}

  /** The process whose plane comes to that call site next dies there, and another one takes its place. */
  record Die(CallSite site, Point point) implements Op {}

  /** When any plane comes to that call site next, these events happen before it goes on. */
  record Meanwhile(CallSite site, Point point, List<Op> ops) implements Op {}

  /** What an operator wants of write authority. */
  enum Wish {
    /** The primary steps down; where there is none, the member is promoted. */
    HAND_OVER,
    /** The member is promoted, whatever there is. */
    TAKE_OVER,
    /** The member is forced past a doubt about who has authority. */
    FORCE_AUTHORITY,
    /** The member is forced past a doubt about authority and about what it holds. */
    FORCE_AUTHORITY_AND_POSITION,
    /** The member is forced past a doubt about its log. */
    FORCE_LOG
  }

  /** How a primary is lost. */
  enum LossKind {
    KILLED,
    FROZEN,
    ISOLATED
  }

  /** What is answered to a challenge. */
  enum Answer {
    RIGHT,
    RIGHT_BY_REQUEST_ID,
    WRONG_CODE,
    PARTIAL,
    UNASKED,
    EMPTY,
    FROM_ANOTHER_SESSION
  }

  /** Which calls of a kernel. */
  enum Calls {
    TRANSITION,
    ACTION,
    READ
  }

  /** How a call of a kernel goes wrong. */
  enum KernelFaultKind {
    THROWS_BEFORE,
    THROWS_AFTER,
    ANSWERS_ANOTHER_TARGET,
    ANSWERS_NOTHING,
    REJECTS
  }

  /** How an append goes wrong. */
  enum LogFaultKind {
    NOT_WRITTEN,
    UNCERTAIN_AND_WRITTEN,
    UNCERTAIN_AND_LOST
  }

  /** A call of a plane to its kernel or log, around which something else can happen. */
  enum CallSite {
    /** A planning read of the kernel, or the second reading after a yes. */
    ASSESSMENT,
    /** The one call that changes write authority. */
    TRANSITION,
    /** Any other action of the kernel. */
    OTHER_ACTION,
    /** The append that claims the request id. */
    CLAIM,
    /** The append that dispatches. */
    DISPATCH,
    /** The append of the end. */
    END
  }
}
