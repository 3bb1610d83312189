package io.aerodb.sim;

/**
 * Says whether an event could happen.
 *
 * @since 0.1
 */
public sealed interface EventResult {
  /** It happened, and is durable. */
  record Applied() implements EventResult {}

  /**
   * It can't happen in this state of the cluster; nothing changed.
   *
   * @param reason why not
   */
  record Impossible(String reason) implements EventResult {}
}
