package io.aerodb.testkit.audit;

import java.util.List;

/**
 * The duties of an {@link io.aerodb.audit.AuditLog}: one sentence each, with the rules that it serves.
 *
 * @since 0.1
 */
public enum LogDuty {
  CLAIMED_ONCE("L-01", "a request id is claimed once, and who claims it again is told the record that claimed it",
      "CM-9.1"),
  CLAIMED_FOR_EVER("L-02", "a claim survives every restart", "CM-9.1", "AU-7"),
  CLAIM_ATOMIC("L-03", "of many that claim one id at once exactly one gets it", "CM-9.1", "CF-5"),
  CLAIM_SHARED("L-04", "a second instance sees every claim and every dispatch of the first, or is kept out", "CM-9.1",
      "CM-9.2"),
  FENCE_KEPT("L-05", "an append that names another newest control dispatch is not written, and is told the newest one",
      "CM-9.2", "CF-3"),
  FENCE_ATOMIC("L-06", "of many that dispatch past the same fence at once exactly one does", "CM-9.2", "CM-2.2"),
  ALL_OR_NOTHING("L-07", "all events of an append are written, next to each other and in order, or none", "AU-1",
      "CF-9"),
  GRAMMAR_KEPT("L-08", "a stage follows exactly the stages that the grammar names", "AU-2"),
  CLAIM_NEEDED("L-09", "a request begins with the precondition that claims its very id", "AU-2", "CM-9.1"),
  CONTROL_CONFIRMED("L-10", "a control command is dispatched only after it was confirmed", "CF-9", "AU-2"),
  UNRESOLVED_BLOCKS("L-11", "no control command is dispatched past an unresolved one that nobody acknowledged by id",
      "CM-9.2"),
  SAME_REQUEST("L-12", "every stage of a request has the same operator, command and control flag", "AU-2", "AU-10"),
  DUPLICATE_BESIDE("L-13", "a duplicate names the record that claimed the id, and never moves the request", "CM-9.1",
      "AU-2"),
  TOTAL_ORDER("L-14", "records stand in one order, numbered from 1 without gaps, whatever the clock says", "AU-4"),
  RECEIPTS_MATCH("L-15", "a receipt names the log, the place and the hash of the very record", "AU-5", "AU-8"),
  LINES_VERBATIM("L-16", "a line is kept byte for byte as the event encoded it", "AU-3", "CM-2.3"),
  DURABLE_FIRST("L-17", "what was answered as durable survives a loss of power", "AU-5"),
  NOTHING_MADE_UP("L-18", "a log writes nothing of its own accord; what is missing stays missing", "AU-7"),
  FACT_OR_THROW("L-19", "an answer is a fact; where nobody knows, the uncertainty is thrown", "AU-6", "P7-E2"),
  FAILURE_CLOSES("L-20", "after a failed write or force nothing more is written", "AU-6", "P7-F1"),
  QUERIES_ANSWER("L-21", "a query is answered with exactly what it wants, in order, up to its limit", "AU-10"),
  QUERIES_CHANGE_NOTHING("L-22", "reading changes nothing", "AU-9"),
  ONE_CLUSTER("L-23", "a log is bound to the cluster of its first record and takes no record of another", "AU-13",
      "CM-1.4"),
  ONE_TIME("L-24", "an append has one time", "AU-4"),
  CONTROL_STATUS_TRUE("L-25",
      "what is unresolved is exactly what was dispatched, has no known end, and nobody acknowledged",
      "CM-9.2", "AU-10"),
  CONTROL_STATUS_SURVIVES("L-26", "what is unresolved stays so over a restart", "CM-9.2", "AU-7"),
  NOTICES_STAY("L-27", "what recovery set aside is told until somebody acknowledges it by id", "AU-7", "AU-10"),
  INTERRUPT_KEPT("L-28", "a caller that is interrupted gets its answer and keeps its interrupt", "P7-E2"),
  CLOSED_IS_CLOSED("L-29", "a closed log writes and reads nothing, and says so; closing again does nothing", "AU-6"),
  NOTHING_PURGED("L-30", "every record stays readable", "AU-1", "AU-11"),
  NAME_KEPT("L-31", "a log has one name, and says where it lives", "AU-3", "AU-13"),
  TAMPERING_SEEN("L-32", "a record that was changed is not believed", "AU-8"),
  MISUSE_ANSWERED("L-33", "an append that can't be a record is answered as not written", "AU-3", "AU-6");

  private final String id;
  private final String sentence;
  // List.of made it.
  private final List<String> rules;

  LogDuty(String id, String sentence, String... rules) {
    this.id = id;
    this.sentence = sentence;
    this.rules = List.of(rules);
  }

  /** Its stable id, such as {@code L-07}; never given to another duty. */
  public String id() {
    return id;
  }

  /** What must hold. */
  public String sentence() {
    return sentence;
  }

  /** Ids of the rules and invariants it serves; at least one. */
  public List<String> rules() {
    return rules;
  }

  void require(boolean holds, String found) {
    if (!holds) {
      throw broken(found);
    }
  }

  AssertionError broken(String found) {
    return new AssertionError(id + " is broken: " + sentence + " (" + String.join(", ", rules) + "). Found: " + found);
  }
}
