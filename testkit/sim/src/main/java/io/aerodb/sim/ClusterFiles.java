package io.aerodb.sim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.TransitionPhase;
import io.aerodb.sim.storage.ClusterLayout;
import io.aerodb.sim.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads and replaces the files of one cluster. Only ever used under the cluster's lock. */
final class ClusterFiles {
  private final ClusterLayout layout;
  private final Storage storage;

  ClusterFiles(ClusterLayout layout, Storage storage) {
    this.layout = layout;
    this.storage = storage;
  }

  /** The same files on a storage that leads to the same medium. */
  ClusterFiles on(UnaryOperator<Storage> through) {
    return new ClusterFiles(layout, through.apply(storage));
  }

  /** Makes the files of a new cluster. What makes the directory one comes last: without it there is none. */
  void create(ClusterId cluster, List<NodeId> members) throws IOException {
    storage.createDirectories(layout.nodes());
    storage.createDirectories(layout.requests());
    for (Path empty : List.of(layout.lock(), layout.transitionLock(), layout.history())) {
      replace(empty, new byte[0]);
    }
    NodeId first = members.getFirst();
    for (NodeId member : members) {
      replace(NodeRecord.fresh(member,
          member.equals(first) ? new ReplicationState.PrimaryActive() : new ReplicationState.ReplicaActive(),
          member.equals(first) ? 1 : 0));
    }
    replace(new KernelRecord(AuthorityRecord.initial(cluster, first), new TreeSet<>(members), TransitionPhase.STEADY,
        Optional.empty(), 0, 0));
    replace(layout.identity(), (ClusterLayout.FORMAT + "\n" + cluster + "\n").getBytes(UTF_8));
  }

  /** Reads everything that views are made of, as it stands on disk. */
  ClusterSnapshot read(ClusterSnapshot.Runner runner) throws IOException {
    KernelRecord kernel = parse(layout.kernel(), KernelRecord::read);
    SortedMap<NodeId, NodeRecord> nodes = new TreeMap<>();
    for (NodeId member : kernel.members()) {
      nodes.put(member, parse(layout.node(member.value()), NodeRecord::read));
    }
    return new ClusterSnapshot(kernel, nodes, marker(), runner);
  }

  KernelRecord kernel() throws IOException {
    return parse(layout.kernel(), KernelRecord::read);
  }

  Optional<Marker> marker() throws IOException {
    return storage.exists(layout.marker()) ? Optional.of(parse(layout.marker(), Marker::read)) : Optional.empty();
  }

  Optional<RequestRecord> request(String id) throws IOException {
    Path file = layout.request(id);
    return storage.exists(file) ? Optional.of(parse(file, RequestRecord::read)) : Optional.empty();
  }

  List<TransitionStep> steps() throws IOException {
    KernelRecord kernel = kernel();
    byte[] all = storage.read(layout.history());
    String complete = new String(Arrays.copyOf(all, Math.toIntExact(kernel.historyBytes())), UTF_8);
    List<TransitionStep> steps = new ArrayList<>();
    complete.lines().map(TransitionStep::parse).forEach(steps::add);
    return List.copyOf(steps);
  }

  /**
   * What a killed process left may not be on the medium yet; a word that rests on it must not be undone by a loss of
   * power.
   */
  void force() throws IOException {
    storage.forceDirectory(layout.requests());
    storage.forceDirectory(layout.root());
  }

  void replace(NodeRecord node) throws IOException {
    replace(layout.node(node.node().value()), node.fields().content());
  }

  void replace(KernelRecord kernel) throws IOException {
    replace(layout.kernel(), kernel.fields().content());
  }

  void remember(RequestRecord request) throws IOException {
    replace(layout.request(request.requestId()), request.fields().content());
  }

  /** The one atomic act of a transition: once this returns, authority has moved. */
  void mark(Marker marker) throws IOException {
    replace(layout.marker(), marker.fields().content());
  }

  void unmark() throws IOException {
    storage.delete(layout.marker());
    storage.forceDirectory(layout.root());
  }

  /**
   * Enters a phase. The line in the history comes first; it stands once the kernel's record, which counts it, was
   * replaced.
   */
  KernelRecord step(KernelRecord before, TransitionPhase phase, Ongoing order, AuthorityRecord after,
      TransitionStep.Cause cause) throws IOException {
    TransitionStep entered =
        new TransitionStep(before.historyCount() + 1, order.requestId(), order.transition(), order.target(), phase,
            before.authority().epoch(), after.epoch(), cause);
    byte[] line = entered.line().getBytes(UTF_8);
    storage.append(layout.history(), before.historyBytes(), line);
    KernelRecord next = new KernelRecord(after, before.members(), phase,
        phase == TransitionPhase.STEADY ? Optional.empty() : Optional.of(order), entered.sequence(),
        before.historyBytes() + line.length);
    replace(next);
    return next;
  }

  private void replace(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    storage.write(fresh, content);
    storage.rename(fresh, file);
    storage.forceDirectory(requireNonNull(file.getParent(), "every file lies in a directory of the cluster"));
  }

  private <T> T parse(Path file, Function<Fields, T> reader) throws IOException {
    try {
      return reader.apply(Fields.parse(file.toString(), storage.read(file)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
      throw new IOException(file + " could not be understood", e);
    }
  }
}
