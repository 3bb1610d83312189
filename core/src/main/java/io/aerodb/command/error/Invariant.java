package io.aerodb.command.error;

import io.aerodb.kernel.InvariantId;

/**
 * The invariants of Phase 7. Kernel invariants (P6-…, P5-…) are the kernel's to name and are not listed.
 *
 * @since 0.1
 */
public enum Invariant {
  P7_A1("No implicit authority",
      "a mutation starts from an explicit request of an identified operator; looking grants and triggers nothing"),
  P7_A2("Explicit human intent", "every mutation traces to a conscious decision; nothing is accepted by default"),
  P7_A3("No delegated decisions", "facts only: no recommendation, ranking, scoring or policy"),
  P7_E1("Single explicit action", "one command is exactly one kernel action, without chaining, batching or follow-up"),
  P7_E2("No partial execution", "all or nothing; an unknown outcome is never said to be failed or not executed"),
  P7_E3("Kernel validation is final",
      "requests reach the kernel verbatim, and its rejections are surfaced exactly and never overridden"),
  P7_F1("Fail closed", "under any failure there is no mutating retry, no fallback path and no speculation"),
  P7_F2("Crash safety",
      "a crash of the control plane mutates nothing, completes nothing, and leaves no avoidable ambiguity"),
  P7_F3("No hidden retries", "retries are visible, and duplicates are detected and rejected"),
  P7_D1("Deterministic presentation",
      "the same kernel state and input give the same information and the same explanation"),
  P7_D2("Deterministic decisions",
      "the same request and kernel state give the same acceptance or the same denial with the same reasons"),
  P7_O1("Complete observability",
      "requests, decisions and outcomes are all recorded; a failing observer changes no command"),
  P7_O2("Explainability", "every rejection names the invariants it rests on"),
  P7_O3("Auditability", "the records allow reconstruction of operator, time, action, kernel state and outcome"),
  P7_S1("No background activity", "nothing mutates the kernel except synchronously with an operator's request"),
  P7_S2("Non-interference", "the kernel behaves identically with and without Phase 7"),
  P7_S3("Closed scope", "what is not explicitly allowed is forbidden");

  private final InvariantId id;
  private final String title;
  private final String statement;

  Invariant(String title, String statement) {
    this.id = new InvariantId(name().replace('_', '-'));
    this.title = title;
    this.statement = statement;
  }

  /** The stable id, such as {@code P7-A1}. */
  public InvariantId id() {
    return id;
  }

  /** Its name. */
  public String title() {
    return title;
  }

  /** What must hold. */
  public String statement() {
    return statement;
  }
}
