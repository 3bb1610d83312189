package io.aerodb.command;

/**
 * Keys of what a kernel reports, as {@link KernelJson} writes them: those that something else reads, such as the text
 * of an explanation.
 *
 * @since 0.1
 */
public final class KernelKeys {
  public static final String AFTER = "after";
  public static final String CANNOT_BE_TOLD = "cannotBeTold";
  public static final String CODE = "code";
  public static final String EPOCH = "epoch";
  public static final String EPOCH_AFTER = "epochAfter";
  public static final String EPOCH_BEFORE = "epochBefore";
  public static final String EXPECTED = "expected";
  public static final String INVARIANT = "invariant";
  public static final String LAST_TRANSITION = "lastTransition";
  public static final String LOCKS = "locks";
  public static final String MAX_BYTES_READ = "maxBytesRead";
  public static final String MAX_MILLIS = "maxMillis";
  public static final String MAX_STATEMENTS = "maxStatements";
  public static final String MEMBERS = "members";
  public static final String MISSING_EVIDENCE = "missingEvidence";
  public static final String NODE = "node";
  public static final String OBSERVED = "observed";
  public static final String POSITION = "position";
  public static final String PRIMARY = "primary";
  public static final String REQUEST = "request";
  public static final String SUMMARY = "summary";
  public static final String TARGET = "target";
  public static final String TRANSITION = "transition";
  public static final String UP_TO = "upTo";
  public static final String VERDICT = "verdict";

  private KernelKeys() {}
}
