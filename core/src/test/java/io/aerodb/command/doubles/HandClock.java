package io.aerodb.command.doubles;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A clock that stands still until a test moves it. */
public final class HandClock implements InstantSource {
  public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final ConcurrentLinkedQueue<Duration> steps = new ConcurrentLinkedQueue<>();
  private volatile Instant now = START;

  /** Moves it, back as well. */
  public void move(Duration by) {
    now = now.plus(by);
  }

  /** Moves it right after each of the next readings, by one of these each. */
  public void moveAfterReading(Duration... by) {
    steps.addAll(List.of(by));
  }

  @Override
  public Instant instant() {
    Instant reading = now;
    Duration step = steps.poll();
    if (step != null) {
      move(step);
    }
    return reading;
  }
}
