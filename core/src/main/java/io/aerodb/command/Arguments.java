package io.aerodb.command;

import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Arguments that were found legal, as the values a command is made of; and the way back to text. */
record Arguments(Map<String, List<String>> values) {
  static final String PAGE = "page";
  static final String SIZE = "size";
  /** What both paged commands take. */
  static final List<Argument> PAGED = List.of(
      new Argument("node", ArgumentKind.NODE_ID, Argument.Presence.OPTIONAL),
      new Argument(PAGE, ArgumentKind.PAGE_NUMBER, Argument.Presence.OPTIONAL),
      new Argument(SIZE, ArgumentKind.PAGE_SIZE, Argument.Presence.OPTIONAL));

  private static final int DEFAULT_SIZE = 20;

  Optional<String> optional(String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst();
  }

  String one(String name) {
    return optional(name).orElseThrow();
  }

  NodeId node(String name) {
    return new NodeId(one(name));
  }

  Reason reason() {
    return new Reason(one("reason"));
  }

  SortedSet<InvariantId> invariants(String name) {
    var ids = new TreeSet<InvariantId>();
    values.getOrDefault(name, List.of()).forEach(id -> ids.add(new InvariantId(id)));
    return ids;
  }

  /** The page that was asked for; the first one, of 20 rows, unless it says otherwise. */
  Page page() {
    return new Page(optional(PAGE).map(Integer::valueOf).orElse(1),
        optional(SIZE).map(Integer::valueOf).orElse(DEFAULT_SIZE));
  }

  static SortedMap<String, List<String>> of(String name, String value) {
    return new TreeMap<>(Map.of(name, List.of(value)));
  }

  static SortedMap<String, List<String>> of(Optional<NodeId> node, Page page) {
    var values = new TreeMap<String, List<String>>();
    node.ifPresent(id -> values.put("node", List.of(id.value())));
    values.put(PAGE, List.of(Integer.toString(page.number())));
    values.put(SIZE, List.of(Integer.toString(page.size())));
    return values;
  }
}
