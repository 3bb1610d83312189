package io.aerodb.command.session;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.AuditLog;
import io.aerodb.command.Operator;
import io.aerodb.command.OperatorInput;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.SafeText;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.Kernel;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Opens the sessions in which operators work on one kernel, with one audit log as the trail. Thread-safe. It owns no
 * thread and keeps no kernel state; what it forgets when the process dies is open proposals (ST-1). Several planes may
 * operate one cluster if they share one log.
 *
 * <p>At most one control command is under way in a plane, and the log keeps those of several planes apart. After the
 * end of a request could not be recorded the plane refuses everything: open a new one on a working log.
 *
 * <p>The host opens and closes kernel and log; the plane closes neither.
 *
 * @since 0.1
 */
public final class ControlPlane {
  private final PlaneContext context;

  private ControlPlane(PlaneContext context) {
    this.context = context;
  }

  /** Starts to open a plane on a kernel and the log that is its trail. */
  public static Builder on(Kernel kernel, AuditLog log) {
    return new Builder(requireNonNull(kernel, "kernel"), requireNonNull(log, "log"));
  }

  /** A new session of an operator whom the host has identified. */
  public Session session(Operator operator) {
    return new Session(context, requireNonNull(operator, "operator"), context.mintSessionId());
  }

  /**
   * A new session of whoever is named as text, or a recorded refusal with every problem.
   *
   * @param who as a frontend got it
   */
  public Admission admit(OperatorInput who) {
    return who.operator().<Admission>map(operator -> new Admission.Admitted(session(operator)))
        .orElseGet(() -> deny(who));
  }

  private Admission deny(OperatorInput who) {
    Optional<CommandError> halted = context.fence().halted();
    if (halted.isPresent()) {
      return new Admission.Denied(new Outcome.NotExecuted<>(List.of(halted.get()), Optional.empty(),
          new RecordStatus.Missing(halted.get())));
    }
    List<CommandError> errors = who.problems();
    String raw = "operator " + who.name().orElse("") + " authority " + who.authority().orElse("");
    var recorder = RequestRecorder.unread(context, context.mintSessionId(), Optional.empty(), Optional.empty());
    return new Admission.Denied(new Outcome.NotExecuted<>(errors, Optional.empty(),
        recorder.record(context.now(), StageBodies.rejectedInput(errors, raw))));
  }

  /** The cluster that is operated. */
  public ClusterId cluster() {
    return context.cluster();
  }

  /** What a plane is opened with. Not thread-safe; used once. */
  public static final class Builder {
    private static final int MAX_NAME = 500;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(60);

    private final Kernel kernel;
    private final AuditLog log;
    private InstantSource clock = InstantSource.system();
    private String clockName = "system-utc";
    private RandomGenerator random = new SecureRandom();
    private Duration validity = Duration.ofMinutes(10);

    private Builder(Kernel kernel, AuditLog log) {
      this.kernel = kernel;
      this.log = log;
    }

    /**
     * The only clock that is read; the system's, named {@code system-utc}, unless given.
     *
     * @param clock thread-safe
     * @param name how records declare it, 1 to 500 characters without control, format, separator and surrogate
     *     characters
     */
    public Builder clock(InstantSource clock, String name) {
      this.clock = requireNonNull(clock, "clock");
      if (name.isEmpty() || name.length() > MAX_NAME || name.codePoints().anyMatch(SafeText::isForbidden)) {
        throw new IllegalArgumentException("clock name is " + SafeText.quote(name) + " but must hold 1 to " + MAX_NAME
            + " characters without control, format, separator and surrogate characters");
      }
      this.clockName = name;
      return this;
    }

    /** Where the bits of session ids come from; a {@link java.security.SecureRandom} unless given. */
    public Builder random(RandomGenerator random) {
      this.random = requireNonNull(random, "random");
      return this;
    }

    /** How long a proposal may be confirmed: 1 to 60 minutes, 10 unless given. */
    public Builder validity(Duration validity) {
      if (validity.compareTo(SHORTEST) < 0 || validity.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "validity is " + validity + " but must be from " + SHORTEST + " to " + LONGEST);
      }
      this.validity = validity;
      return this;
    }

    /**
     * Opens the plane.
     *
     * @throws PlaneRefusedException when the log lives in the cluster that is operated, or belongs to another one
     *     (AU-13)
     */
    public ControlPlane open() {
      ClusterId operated = kernel.cluster();
      String cluster = operated.value();
      log.residesIn().filter(cluster::equals).ifPresent(home -> {
        throw new PlaneRefusedException(
            CommandError.ofOne(ErrorCode.AUDIT_LOG_ON_OPERATED_CLUSTER, "audit log", "a log outside cluster " + cluster,
                "a log that lives in " + home));
      });
      log.cluster().filter(bound -> !bound.equals(cluster)).ifPresent(bound -> {
        throw new PlaneRefusedException(
            CommandError.ofOne(ErrorCode.AUDIT_LOG_OF_ANOTHER_CLUSTER, "audit log", "a log of cluster " + cluster,
                "a log of cluster " + bound));
      });
      return new ControlPlane(
          new PlaneContext(kernel, operated, log, clock, clockName, random, validity, new ControlFence()));
    }
  }
}
