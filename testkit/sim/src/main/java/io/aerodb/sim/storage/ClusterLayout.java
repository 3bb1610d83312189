package io.aerodb.sim.storage;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The files of a cluster's directory, and where each lies. All of it is text.
 *
 * <pre>
 * aerodb-cluster         makes the directory a cluster; the format and the cluster id, never replaced
 * kernel                 authority, membership, phase of the state machines, how much of the history stands
 * authority-transition   the marker: while it is there, authority has moved as it says, whatever the other files say
 * history                one line for each step of the state machines, only ever added to
 * nodes/                 one file for each member
 * requests/              one file for each transition order that was answered
 * lock                   held for one read or one step; its bytes mean nothing
 * transition.lock        held by the process that carries out an order, from its first phase to its last
 * </pre>
 *
 * @since 0.1
 */
public final class ClusterLayout {
  /** The text of the file that makes a directory a cluster starts with this line. */
  public static final String FORMAT = "aerodb-simulated-cluster-1";

  private final Path root;

  private ClusterLayout(Path root) {
    this.root = root;
  }

  /**
   * The layout of one directory.
   *
   * @param root the directory, whether it is a cluster or not
   */
  public static ClusterLayout of(Path root) {
    return new ClusterLayout(root);
  }

  /** The marker that decides a change of authority. */
  public Path marker() {
    return root.resolve("authority-transition");
  }

  public Path root() {
    return root;
  }

  public Path identity() {
    return root.resolve("aerodb-cluster");
  }

  public Path kernel() {
    return root.resolve("kernel");
  }

  public Path history() {
    return root.resolve("history");
  }

  public Path nodes() {
    return root.resolve("nodes");
  }

  public Path node(String id) {
    return nodes().resolve(fileName(id));
  }

  public Path requests() {
    return root.resolve("requests");
  }

  public Path request(String id) {
    return requests().resolve(fileName(id));
  }

  public Path lock() {
    return root.resolve("lock");
  }

  public Path transitionLock() {
    return root.resolve("transition.lock");
  }

  /** Ids are exact, but some file systems take {@code A} for {@code a}: a capital is written as {@code =a}. */
  private static String fileName(String id) {
    StringBuilder name = new StringBuilder();
    id.chars().forEach(c -> name.append(Character.isUpperCase(c) ? "=" : "").append((char) c));
    return name.toString().toLowerCase(Locale.ROOT) + ".txt";
  }
}
