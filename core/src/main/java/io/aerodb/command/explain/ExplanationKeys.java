package io.aerodb.command.explain;

import io.aerodb.command.KernelKeys;

/**
 * Keys of the explanation document, as {@link Explainer} writes and {@link ExplanationText} reads them. Those of a view
 * of the kernel within it are the view's own: {@link KernelKeys}.
 */
final class ExplanationKeys {
  static final String ACTION = "action";
  static final String ADDED_BY = "addedBy";
  static final String AUTHORITY = "authority";
  static final String CHECKS = "checks";
  static final String CLASS = "class";
  static final String CLUSTER = "cluster";
  static final String COMMAND = "command";
  static final String CONFIRMATION = "confirmation";
  static final String CONSEQUENCE = "consequence";
  static final String CONSEQUENCES = "consequences";
  static final String COST = "cost";
  static final String DISPATCHED_AT = "dispatchedAt";
  static final String END = "end";
  static final String FAILURE = "failure";
  static final String ID = "id";
  static final String INVARIANTS = "invariants";
  static final String KERNEL_ACTION = "kernelAction";
  static final String MEMBERS = "members";
  static final String NODE = "node";
  static final String NOW = "now";
  static final String OPERATOR = "operator";
  static final String ORIGIN = "origin";
  static final String OVERRIDABLE = "overridable";
  static final String PLANNED_AT = "plannedAt";
  static final String RECOVERY = "recovery";
  static final String REQUEST = "request";
  static final String REVERSIBILITY = "reversibility";
  static final String SEQUENCE = "sequence";
  static final String SESSION = "session";
  static final String SETTLED = "settled";
  static final String STATE = "state";
  static final String TEXT = "text";
  static final String THEN = "then";
  static final String THEN_UNKNOWN = "thenUnknown";
  static final String UNREACHABLE = "unreachable";
  static final String UNRESOLVED = "unresolved";
  static final String VALID_UNTIL = "validUntil";
  static final String WAL = "wal";
  static final String WRITES_AT_RISK = "writesAtRisk";

  private ExplanationKeys() {}
}
