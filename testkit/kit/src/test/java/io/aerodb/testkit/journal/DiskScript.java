package io.aerodb.testkit.journal;

import io.aerodb.audit.journal.disk.Disk;
import io.aerodb.testkit.fault.FaultyDisk;
import io.aerodb.testkit.fault.FaultyDisk.DiskStep;
import io.aerodb.testkit.fault.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A disk hook that counts the steps of a disk and lets one of them fail. From then on nothing changes the disk any
 * more, as if power were gone; a write that fails leaves half of its bytes.
 */
final class DiskScript implements FaultyDisk.Hook {
  private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
  private volatile Optional<DiskStep> failing = Optional.empty();
  private volatile Runnable beforeForce = () -> {};
  private volatile int failAt = Integer.MAX_VALUE;
  private volatile boolean dead;

  /** Fails at the n-th step, counted from 1. */
  DiskScript failingAt(int n) {
    failAt = n;
    return this;
  }

  /** Fails at the first such step from now on. */
  void failWhen(DiskStep step) {
    failing = Optional.of(step);
  }

  void beforeForce(Runnable action) {
    beforeForce = action;
  }

  /** What was done, such as {@code FORCE 00…1.jsonl}. */
  List<String> steps() {
    return List.copyOf(steps);
  }

  long count(DiskStep step) {
    return steps().stream().filter(done -> done.startsWith(step + " ")).count();
  }

  Disk disk() {
    return FaultyDisk.around(Disk.local(), this);
  }

  @Override
  public void at(DiskStep step, Path path, Point point) throws IOException {
    if (point == Point.BEFORE_CALL) {
      begin(step, path);
    } else if (point == Point.HALFWAY && dead) {
      throw new IOException("injected at " + step);
    }
  }

  private void begin(DiskStep step, Path path) throws IOException {
    if (step == DiskStep.FORCE) {
      beforeForce.run();
    }
    steps.add(step + " " + path.getFileName());
    boolean before = dead;
    dead = dead || steps.size() == failAt || failing.equals(Optional.of(step));
    if (before || (dead && step != DiskStep.WRITE)) {
      throw new IOException("injected at " + step);
    }
  }
}
