package io.aerodb.command.session;

import io.aerodb.command.RequestId;
import io.aerodb.command.error.CommandError;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps a plane from going on: one control command at a time, and none of any kind once the end of a request could
 * not be recorded. Thread-safe.
 */
final class ControlFence {
  private static final Logger LOG = LoggerFactory.getLogger(ControlFence.class);

  private final AtomicReference<@Nullable RequestId> inFlight = new AtomicReference<>();
  private final AtomicReference<@Nullable CommandError> halted = new AtomicReference<>();

  /** The control command that is being carried out, if there is one. */
  Optional<RequestId> inFlight() {
    return Optional.ofNullable(inFlight.get());
  }

  /** Takes the one place that there is for a control command; the request that has it, if it is taken. */
  Optional<RequestId> enter(RequestId request) {
    return Optional.ofNullable(inFlight.compareAndExchange(null, request));
  }

  /** Frees the place; for whoever took it. */
  void leave() {
    inFlight.set(null);
  }

  /** Why the plane takes nothing more, if that is so. */
  Optional<CommandError> halted() {
    return Optional.ofNullable(halted.get());
  }

  /** The end of a request is not in the trail: from here on nothing runs. */
  void halt(CommandError error) {
    halted.set(
        Errors.auditUnavailable("the end of an earlier request is missing, so this control plane takes nothing more"));
    try {
      LOG.error("audit trail incomplete, the control plane refuses everything from now on: {}", error.text());
    } catch (Throwable e) {
      // A failing logger changes no command (P7-O1).
    }
  }
}
