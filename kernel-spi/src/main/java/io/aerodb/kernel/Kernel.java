package io.aerodb.kernel;

import java.time.Duration;

/**
 * A kernel as the command model sees it: an adapter to one cluster. Safe for any number of threads.
 *
 * <p>How to implement one: read {@link KernelReads} and {@link KernelActions}, answer facts, throw when you can't, and
 * run the test kit's contract tests against it. A kernel without an atomic compare-and-set on its authority epoch says
 * so in its own Javadoc.
 *
 * @since 0.1
 */
public interface Kernel extends KernelReads, KernelActions, AutoCloseable {
  /**
   * The cluster this adapter was opened for. No I/O, never changes, never throws. Every answer carries the cluster that
   * was actually read; an answer from another one is refused (CM-1.4).
   */
  ClusterId cluster();

  /** The bound within which each call returns or throws. No I/O, never changes; positive. */
  Duration callBound();

  /**
   * Releases what the adapter holds. It changes nothing in the cluster, does not throw, and a second call does nothing.
   */
  @Override
  void close();
}
