package io.aerodb.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that is one second further at each reading. */
public final class Ticks implements InstantSource {
  private final Instant start;
  private final AtomicLong readings = new AtomicLong();

  /** A clock that was not read yet. */
  public Ticks(Instant start) {
    this.start = start;
  }

  /** Lets time pass in which nobody looks. */
  public void pass(long seconds) {
    readings.addAndGet(seconds);
  }

  @Override
  public Instant instant() {
    return start.plusSeconds(readings.getAndIncrement());
  }
}
