package io.aerodb.command.session;

import io.aerodb.audit.AuditLog;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.Kernel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** What all sessions of a plane share: the kernel, the log, the clock, the source of ids and the fence. Thread-safe. */
record PlaneContext(Kernel kernel, ClusterId cluster, AuditLog log, InstantSource clock, String clockName,
    RandomGenerator random, Duration validity, ControlFence fence) {

  Instant now() {
    return clock.instant();
  }

  String mintSessionId() {
    byte[] bits = new byte[16];
    synchronized (random) {
      random.nextBytes(bits);
    }
    return "session-" + HexFormat.of().formatHex(bits);
  }
}
