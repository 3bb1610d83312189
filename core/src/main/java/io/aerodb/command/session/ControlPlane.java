package io.aerodb.command.session;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.Precondition;
import io.aerodb.command.Operator;
import io.aerodb.command.OperatorInput;
import io.aerodb.command.RequestId;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.SafeText;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.Kernel;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kernel, one audit log, and the sessions of the operators who work through them. Thread-safe. It owns no thread
 * and keeps no kernel state; what it forgets when the process dies is open proposals (ST-1). Several planes may operate
 * one cluster if they share one log.
 *
 * <p>At most one control command is under way in a plane, and the log keeps those of several planes apart. After the
 * end of a request could not be recorded the plane refuses everything: open a new one on a working log.
 *
 * <p>The host opens and closes kernel and log; the plane closes neither.
 *
 * @since 0.1
 */
public final class ControlPlane {
  private static final Logger LOG = LoggerFactory.getLogger(ControlPlane.class);

  private final Kernel kernel;
  private final AuditLog log;
  private final ClusterId cluster;
  private final InstantSource clock;
  private final String clockName;
  private final RandomGenerator random;
  private final Duration validity;
  private final AtomicReference<@Nullable RequestId> controlInFlight = new AtomicReference<>();
  private final AtomicReference<@Nullable CommandError> halted = new AtomicReference<>();

  private ControlPlane(Builder builder) {
    this.kernel = builder.kernel;
    this.log = builder.log;
    this.cluster = kernel.cluster();
    this.clock = builder.clock;
    this.clockName = builder.clockName;
    this.random = builder.random;
    this.validity = builder.validity;
  }

  /** Starts to open a plane on a kernel and the log that is its trail. */
  public static Builder on(Kernel kernel, AuditLog log) {
    return new Builder(requireNonNull(kernel, "kernel"), requireNonNull(log, "log"));
  }

  /** A new session of an operator whom the host has identified. */
  public Session session(Operator operator) {
    return new Session(this, requireNonNull(operator, "operator"), mintSessionId());
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
    if (halted().isPresent()) {
      CommandError error = halted().get();
      return new Admission.Denied(
          new Outcome.NotExecuted<>(List.of(error), Optional.empty(), new RecordStatus.Missing(error)));
    }
    List<CommandError> errors = who.problems();
    var frame = new EventFrame(clockName, cluster.value(), mintSessionId(), Optional.empty(), Optional.empty(),
        Optional.empty(), false);
    String raw = "operator " + who.name().orElse("") + " authority " + who.authority().orElse("");
    AppendResult recorded = append(frame, new Precondition.None(), now(), StageBodies.rejectedInput(errors, raw));
    return new Admission.Denied(new Outcome.NotExecuted<>(errors, Optional.empty(), recorded.trail()));
  }

  /** The cluster that is operated. */
  public ClusterId cluster() {
    return cluster;
  }

  private String mintSessionId() {
    byte[] bits = new byte[16];
    synchronized (random) {
      random.nextBytes(bits);
    }
    return "session-" + HexFormat.of().formatHex(bits);
  }

  Kernel kernel() {
    return kernel;
  }

  AuditLog log() {
    return log;
  }

  String clockName() {
    return clockName;
  }

  Duration validity() {
    return validity;
  }

  Instant now() {
    return clock.instant();
  }

  AppendResult append(EventFrame frame, Precondition precondition, Instant now, StageBody... entries) {
    return AppendResult.append(log, precondition,
        Arrays.stream(entries).map(entry -> frame.event(now, entry)).toList());
  }

  Optional<RequestId> controlInFlight() {
    return Optional.ofNullable(controlInFlight.get());
  }

  /** Takes the one place that there is for a control command; the request that has it, if it is taken. */
  Optional<RequestId> enterControl(RequestId request) {
    return Optional.ofNullable(controlInFlight.compareAndExchange(null, request));
  }

  void leaveControl() {
    controlInFlight.set(null);
  }

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
      String cluster = kernel.cluster().value();
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
      return new ControlPlane(this);
    }
  }
}
