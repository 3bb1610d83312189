package io.aerodb.audit;

/**
 * Names of the members in the bodies of records: the one place that says how they are spelled. {@link
 * Stage#requiredMembers()} says which of them each stage must have.
 *
 * @since 0.1
 */
public final class BodyMembers {
  /** The request that an attempt was about, which did not move it. */
  public static final String ABOUT = "about";
  /**
   * What a confirmation acknowledged beside the action itself: an object of {@link #CHECKS}, {@link #RECOVERY},
   * {@link #SETTLED} and {@link #UNRESOLVED}.
   */
  public static final String ACKNOWLEDGED = "acknowledged";
  /** The digest of the challenge, 64 hexadecimal digits. */
  public static final String CHALLENGE = "challenge";
  /**
   * Of {@link #ACKNOWLEDGED}: the codes of the checks that a force overrides, an array. Of {@link #READING}: the checks
   * with their evidence, an array.
   */
  public static final String CHECKS = "checks";
  /** Which confirmation the command needs. */
  public static final String CONFIRMATION = "confirmation";
  /** What the operator was told, an array of errors. */
  public static final String ERRORS = "errors";
  /** Whether it was executed, as far as anybody knows. */
  public static final String EXECUTION = "execution";
  /** The document that was shown. */
  public static final String EXPLANATION = "explanation";
  /** The sequence that claimed the request id. */
  public static final String FIRST = "first";
  /** The acknowledgement as it was given. */
  public static final String GIVEN = "given";
  /** Input that could not be read, verbatim or as its length and hash. */
  public static final String INPUT = "input";
  /** The one method of the kernel that is called. */
  public static final String KERNEL_ACTION = "kernelAction";
  /** The order that the kernel is given. */
  public static final String ORDER = "order";
  /** What was read of the cluster right after the yes: an object of {@link #CHECKS} and {@link #STATE}. */
  public static final String READING = "reading";
  /** Of {@link #ACKNOWLEDGED}: the ids of recovery notices, an array. */
  public static final String RECOVERY = "recovery";
  /** What the kernel answered. */
  public static final String RESPONSE = "response";
  /** Of {@link #ACKNOWLEDGED}: unresolved requests that the kernel settled, its word by id. */
  public static final String SETTLED = "settled";
  /** Of {@link #READING}: the state that the checks were made in, an object. */
  public static final String STATE = "state";
  /** The SHA-256 of the text that was shown, 64 hexadecimal digits. */
  public static final String TEXT_SHA256 = "textSha256";
  /** Of {@link #ACKNOWLEDGED}: the ids of requests that nobody can settle, an array. */
  public static final String UNRESOLVED = "unresolved";
  /** Until when it may be confirmed. */
  public static final String VALID_UNTIL = "validUntil";

  private BodyMembers() {}
}
