package io.aerodb.sim;

import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionPhase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Decides and completes an order whose process died: it took effect exactly if the marker is there (P6-F2). A read sees
 * the cluster as recovery will leave it and writes nothing; whatever changes the cluster next makes it durable first.
 */
final class TransitionRecovery {
  /** Code of the answer to an order that was begun, and forgotten because its process died before authority moved. */
  static final String FORGOTTEN = "AERO_TRANSITION_FORGOTTEN";

  private TransitionRecovery() {}

  /**
   * The cluster as recovery leaves it. Pure, and gives the same for the same files, whoever asks and however often
   * (P6-D2).
   */
  static ClusterSnapshot view(ClusterSnapshot read) {
    if (read.marker().isPresent()) {
      Marker marker = read.marker().get();
      return new ClusterSnapshot(read.kernel().idle().with(marker.after()), Succession.nodes(read, marker),
          Optional.empty(),
          ClusterSnapshot.Runner.NONE);
    }
    return abandoned(read) ? read.with(read.kernel().idle()) : read;
  }

  /** Makes {@link #view} durable. */
  static ClusterSnapshot persist(ClusterSnapshot read, ClusterFiles files) throws IOException {
    if (read.marker().isPresent()) {
      Marker marker = read.marker().get();
      KernelRecord succeeded = complete(read, marker, files, TransitionStep.Cause.RECOVERY);
      files.step(succeeded, TransitionPhase.STEADY, marker.ongoing(), marker.after(), TransitionStep.Cause.RECOVERY);
    } else if (abandoned(read)) {
      Ongoing order = read.kernel().ongoing().orElseThrow();
      if (files.request(order.requestId()).isEmpty()) {
        files.remember(new RequestRecord(order.requestId(), order.digest(), forgotten(read.kernel().phase(), order)));
      }
      files.step(read.kernel(), TransitionPhase.STEADY, order, read.authority(), TransitionStep.Cause.RECOVERY);
    } else {
      return read;
    }
    return files.read(ClusterSnapshot.Runner.NONE);
  }

  /**
   * Everything that follows from the marker, up to and with its removal. Begun again after a crash it ends the same.
   */
  static KernelRecord complete(ClusterSnapshot snapshot, Marker marker, ClusterFiles files, TransitionStep.Cause cause)
      throws IOException {
    for (NodeRecord node : Succession.nodes(snapshot, marker).values()) {
      if (!node.equals(snapshot.node(node.node()))) {
        files.replace(node);
      }
    }
    Ongoing order = marker.ongoing();
    CompletedTransition done = marker.after().last().orElseThrow();
    files.remember(new RequestRecord(order.requestId(), order.digest(), new KernelResponse.Completed<>(done)));
    TransitionPhase succeeded = succeeded(order);
    KernelRecord kernel = snapshot.kernel().phase() == succeeded
        ? snapshot.kernel()
        : files.step(snapshot.kernel(), succeeded, order, marker.after(), cause);
    files.unmark();
    return kernel;
  }

  /** The step of the history that is still to be noted once a marker is there. */
  static TransitionStep success(KernelRecord kernel, Marker marker) {
    Ongoing order = marker.ongoing();
    return new TransitionStep(kernel.historyCount() + 1, order.requestId(), order.transition(), order.target(),
        succeeded(order), kernel.authority().epoch(), marker.after().epoch(), TransitionStep.Cause.RECOVERY);
  }

  private static TransitionPhase succeeded(Ongoing order) {
    return order.transition() == Transition.DEMOTION
        ? TransitionPhase.DEMOTION_SUCCEEDED
        : TransitionPhase.PROMOTION_SUCCEEDED;
  }

  /**
   * The kernel's word on a request. {@code NOT_EXECUTED} rests on a remembered refusal, or on an order that died
   * before the marker was there: both keep any later order with this id from taking effect. An id without any trace
   * may still be on its way here, so nobody can tell; nor can anybody of evidence that can't be read.
   */
  static RequestResolution settle(ClusterSnapshot read, ClusterFiles files, String requestId) {
    try {
      return evidence(read, files, requestId);
    } catch (IOException e) {
      return RequestResolution.CANNOT_TELL;
    }
  }

  private static RequestResolution evidence(ClusterSnapshot read, ClusterFiles files, String requestId)
      throws IOException {
    Optional<RequestRecord> answered = files.request(requestId);
    if (answered.isPresent()) {
      files.force();
      return answered.get().settled();
    }
    if (read.marker().filter(marker -> marker.ongoing().requestId().equals(requestId)).isPresent()) {
      return RequestResolution.EXECUTED;
    }
    boolean died =
        abandoned(read) && read.kernel().ongoing().filter(order -> order.requestId().equals(requestId)).isPresent();
    return died ? RequestResolution.NOT_EXECUTED : RequestResolution.CANNOT_TELL;
  }

  private static boolean abandoned(ClusterSnapshot read) {
    return read.marker().isEmpty() && !read.kernel().steady() && read.runner() == ClusterSnapshot.Runner.NONE;
  }

  private static KernelResponse<CompletedTransition> forgotten(TransitionPhase phase, Ongoing order) {
    return new KernelResponse.Rejected<>(FORGOTTEN,
        "the kernel died in phase " + phase + " of request " + order.requestId() + " for "
            + order.target() + ", before authority moved; nothing changed and the request is forgotten",
        List.of(new InvariantId("P6-F2")));
  }
}
