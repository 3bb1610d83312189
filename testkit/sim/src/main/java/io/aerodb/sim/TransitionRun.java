package io.aerodb.sim;

import static io.aerodb.kernel.TransitionPhase.AUTHORITY_RELINQUISHING;
import static io.aerodb.kernel.TransitionPhase.AUTHORITY_TRANSITIONING;
import static io.aerodb.kernel.TransitionPhase.DEMOTION_DENIED;
import static io.aerodb.kernel.TransitionPhase.DEMOTION_REQUESTED;
import static io.aerodb.kernel.TransitionPhase.DEMOTION_VALIDATING;
import static io.aerodb.kernel.TransitionPhase.PROMOTION_APPROVED;
import static io.aerodb.kernel.TransitionPhase.PROMOTION_DENIED;
import static io.aerodb.kernel.TransitionPhase.PROMOTION_REQUESTED;
import static io.aerodb.kernel.TransitionPhase.PROMOTION_VALIDATING;
import static io.aerodb.kernel.TransitionPhase.STEADY;

import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.KernelUnavailableException;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.TransitionPhase;
import io.aerodb.sim.storage.DirectoryLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Carries out one order, phase by phase, each phase durable before the next. The short lock is free between the
 * steps, so that inspections see where the order stands; in the one step that decides, comparing the epoch, making
 * every check and placing the marker are not separable.
 */
final class TransitionRun implements AutoCloseable {
  private final LockedCluster locked;
  private final TransitionOrder order;
  private final Ongoing ongoing;
  private Optional<DirectoryLock.Ownership> ownership = Optional.empty();

  TransitionRun(LockedCluster locked, TransitionOrder order) {
    this.locked = locked;
    this.order = order;
    this.ongoing = Ongoing.of(order);
  }

  /**
   * The answer, durable. Throws when that could not be had; what was begun is then settled by recovery, from the
   * marker alone.
   */
  KernelResponse<CompletedTransition> answer() {
    Optional<KernelResponse<CompletedTransition>> before = locked.step(this::request);
    if (before.isPresent()) {
      return before.get();
    }
    Optional<KernelResponse<CompletedTransition>> invalid =
        locked.step((snapshot, files, lock) -> validate(snapshot, files));
    if (invalid.isPresent()) {
      return invalid.get();
    }
    KernelResponse<CompletedTransition> decided = locked.step((snapshot, files, lock) -> decide(snapshot, files));
    locked.step((snapshot, files, lock) -> end(snapshot, files));
    return decided;
  }

  /** Gives the long lock back. After a step that failed this is what a dead process does too. */
  @Override
  public void close() {
    try {
      if (ownership.isPresent()) {
        ownership.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<KernelResponse<CompletedTransition>> request(ClusterSnapshot snapshot, ClusterFiles files,
      DirectoryLock lock)
      throws IOException {
    Optional<RequestRecord> answered = files.request(order.requestId());
    if (answered.isPresent()) {
      return Optional.of(answered.get().digest().equals(order.commandDigest()) ? answered.get().answer() : reused());
    }
    if (!snapshot.kernel().steady()) {
      return Optional.of(busy(snapshot, files));
    }
    ownership = lock.tryOwn();
    if (ownership.isEmpty()) {
      return Optional.of(busy(snapshot, files));
    }
    enter(snapshot.kernel(), files, demotion() ? DEMOTION_REQUESTED : PROMOTION_REQUESTED);
    return Optional.empty();
  }

  private Optional<KernelResponse<CompletedTransition>> validate(ClusterSnapshot snapshot, ClusterFiles files)
      throws IOException {
    Optional<Rejected<CompletedTransition>> invalid = TransitionRules.invalid(snapshot, order);
    if (invalid.isPresent() && !demotion()) {
      files.remember(new RequestRecord(order.requestId(), order.commandDigest(), invalid.get()));
      end(snapshot, files);
      return Optional.of(invalid.get());
    }
    enter(snapshot.kernel(), files, demotion() ? DEMOTION_VALIDATING : PROMOTION_VALIDATING);
    return Optional.empty();
  }

  private KernelResponse<CompletedTransition> decide(ClusterSnapshot snapshot, ClusterFiles files) throws IOException {
    Optional<Rejected<CompletedTransition>> refusal = TransitionRules.refusal(snapshot.withoutOngoing(), order);
    if (refusal.isPresent()) {
      files.remember(new RequestRecord(order.requestId(), order.commandDigest(), refusal.get()));
      enter(snapshot.kernel(), files, demotion() ? DEMOTION_DENIED : PROMOTION_DENIED);
      return refusal.get();
    }
    KernelRecord approved = demotion() ? snapshot.kernel() : enter(snapshot.kernel(), files, PROMOTION_APPROVED);
    KernelRecord moving = enter(approved, files, demotion() ? AUTHORITY_RELINQUISHING : AUTHORITY_TRANSITIONING);
    Marker marker = new Marker(ongoing, Succession.authority(snapshot, ongoing));
    files.mark(marker);
    TransitionRecovery.complete(snapshot.with(moving), marker, files, TransitionStep.Cause.ORDER);
    return new KernelResponse.Completed<>(marker.after().last().orElseThrow());
  }

  private boolean end(ClusterSnapshot snapshot, ClusterFiles files) throws IOException {
    enter(snapshot.kernel(), files, STEADY);
    close();
    return true;
  }

  private KernelRecord enter(KernelRecord before, ClusterFiles files, TransitionPhase phase) throws IOException {
    return files.step(before, phase, ongoing, before.authority(), TransitionStep.Cause.ORDER);
  }

  private boolean demotion() {
    return order.transition() == Transition.DEMOTION;
  }

  private KernelResponse<CompletedTransition> busy(ClusterSnapshot snapshot, ClusterFiles files) throws IOException {
    Optional<Ongoing> other = snapshot.kernel().ongoing();
    if (other.filter(running -> running.requestId().equals(order.requestId())).isPresent()) {
      if (other.get().digest().equals(order.commandDigest())) {
        // The first call may still take effect: refusing the second one would deny that.
        throw new KernelUnavailableException("request " + order.requestId() + " is being carried out");
      }
      return reused();
    }
    Rejected<CompletedTransition> refused = TransitionRules.rejected(Check.IN_PROGRESS.code(),
        order.transition() + " of " + order.target()
            + " denied: another transition is in progress"
            + other.map(running -> ", request " + running.requestId() + " in "
                + snapshot.kernel().phase()).orElse(""),
        "P6-A2");
    files.remember(new RequestRecord(order.requestId(), order.commandDigest(), refused));
    return refused;
  }

  private KernelResponse<CompletedTransition> reused() {
    return TransitionRules.rejected("AERO_REQUEST_ID_REUSED",
        "request id " + order.requestId() + " belongs to another order, which was received first",
        "P6-F3");
  }
}
