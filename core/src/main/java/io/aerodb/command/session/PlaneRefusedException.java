package io.aerodb.command.session;

import io.aerodb.command.error.CommandError;

/**
 * A control plane can't be opened on this kernel and this log. Nothing was recorded, because the log is not one to
 * record in.
 *
 * @since 0.1
 */
public final class PlaneRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient CommandError error;

  PlaneRefusedException(CommandError error) {
    super(error.text());
    this.error = error;
  }

  /** Why. */
  public CommandError error() {
    return error;
  }
}
