package io.aerodb.testkit.arbitraries;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.RecoveryNotice;
import io.aerodb.audit.Stage;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.json.Json;
import io.aerodb.command.Authority;
import io.aerodb.command.Command;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random events and records of every stage, and whole trails that follow the grammar of requests (AU-2).
 *
 * @since 0.1
 */
public final class AuditArbitraries {
  private static final int JSON_TEXT = 60;
  private static final int MAX_REQUESTS = 5;
  private static final int MOST_APPENDS = 4 * MAX_REQUESTS;
  /** Who asks where somebody has to. */
  private static final Operator SOMEBODY = new Operator("ann", Authority.OPERATOR);

  private AuditArbitraries() {}

  /** JSON values that a record can carry, up to four levels deep. */
  public static Arbitrary<Json> json() {
    Arbitrary<Json> leaves = Arbitraries.oneOf(List.of(TextArbitraries.kernelTexts(JSON_TEXT).map(Json.Str::new),
        Arbitraries.longs().between(-Json.Int.MAX, Json.Int.MAX).map(Json.Int::new),
        Arbitraries.of(true, false).map(Json.Bool::new)));
    return Arbitraries.recursive(() -> leaves,
        inner -> Arbitraries.oneOf(List.of(inner.list().ofMaxSize(3).map(Json.Arr::new), object(inner))), 0, 3)
        .withoutEdgeCases();
  }

  /** JSON objects that a record can carry. */
  public static Arbitrary<Json.Obj> objects() {
    return object(json());
  }

  private static Arbitrary<Json.Obj> object(Arbitrary<Json> values) {
    return Arbitraries.maps(TextArbitraries.kernelTexts(JSON_TEXT), values).ofMaxSize(3)
        .map(members -> new Json.Obj(new TreeMap<>(members))).withoutEdgeCases();
  }

  /** Events of every stage. */
  public static Arbitrary<AuditEvent> events() {
    return Arbitraries.oneOf(Arrays.stream(Stage.values()).map(AuditArbitraries::events).toList());
  }

  /** Events of one stage, with everything that it may leave out left out at times. */
  public static Arbitrary<AuditEvent> events(Stage stage) {
    Arbitrary<Optional<String>> request = stage == Stage.REJECTED ? TextArbitraries.ids().optional()
        : TextArbitraries.ids().map(Optional::of);
    boolean mayLackCommand = stage == Stage.REQUESTED || stage == Stage.REJECTED || stage == Stage.DUPLICATE;
    Arbitrary<Optional<Command<?>>> command = mayLackCommand ? commands(stage).optional()
        : commands(stage).map(Optional::of);
    return Combinators.combine(request, ViewArbitraries.instants(), texts(), KernelArbitraries.clusterIds(),
        CommandArbitraries.operators().optional(), command, objects(), Arbitraries.longs().between(1, Json.Int.MAX))
        .as((id, time, text, cluster, operator, asked, filler, first) -> {
          boolean nobody = stage == Stage.DUPLICATE || (stage == Stage.REJECTED && id.isEmpty());
          Optional<Operator> who = nobody ? operator : Optional.of(operator.orElse(SOMEBODY));
          return AuditEvent.builder().stage(stage).requestId(id).time(time).clock(text).cluster(cluster.value())
              .session(text).operator(who.map(Operator::name)).authority(who.map(o -> o.authority().label()))
              .command(asked.map(Command::json)).control(control(stage, asked))
              .body(Bodies.of(stage, filler, first, List.of())).build();
        }).withoutEdgeCases();
  }

  private static boolean control(Stage stage, Optional<Command<?>> command) {
    return stage == Stage.UNKNOWN || command.filter(ControlCommand.class::isInstance).isPresent();
  }

  private static Arbitrary<Command<?>> commands(Stage stage) {
    return switch (stage) {
      case UNKNOWN -> Arbitraries.oneOf(List.of(CommandArbitraries.controlCommands()));
      case NOT_ANSWERED -> Arbitraries.oneOf(List.of(CommandArbitraries.immediates(),
          CommandArbitraries.runDiagnostics()));
      case REQUESTED, REJECTED, PROPOSED, REFUSED, ABANDONED, STALE, CONFIRMED, DISPATCHED, EXECUTED, KERNEL_REJECTED,
          NOT_SENT, DUPLICATE -> CommandArbitraries.commands();
    };
  }

  /** Records of every stage, anywhere in a log of any name. */
  public static Arbitrary<AuditRecord> records() {
    return Combinators.combine(texts(), Arbitraries.longs().between(1, Json.Int.MAX), events()).as(AuditRecord::of)
        .withoutEdgeCases();
  }

  /**
   * All appends of a whole trail, which any log takes in this order, from empty: requests of every fate, side by side
   * or one after the other, asked for again, left open, cut off by a crash, and acknowledged by a later one. Shrinks to
   * fewer requests, one after the other.
   */
  public static Arbitrary<List<Append>> appends() {
    return Combinators.combine(KernelArbitraries.clusterIds(), ViewArbitraries.instants(),
        RequestPlan.any().list().ofMinSize(1).ofMaxSize(MAX_REQUESTS).uniqueElements(RequestPlan::request),
        Arbitraries.integers().between(0, MAX_REQUESTS - 1).list().ofMaxSize(MOST_APPENDS))
        .as((cluster, start, plans, picks) -> TrailWriter.write(cluster.value(), start, plans, picks))
        .withoutEdgeCases();
  }

  /** The records of whole trails, from sequence 1. */
  public static Arbitrary<List<AuditRecord>> trails() {
    return Combinators.combine(texts(), appends()).as((origin, appends) -> {
      var records = new ArrayList<AuditRecord>();
      appends.stream().flatMap(append -> append.events().stream())
          .forEach(event -> records.add(AuditRecord.of(origin, records.size() + 1L, event)));
      return List.copyOf(records);
    });
  }

  /** What a trail may say of control commands: unresolved requests and recovery notices among it. */
  public static Arbitrary<ControlStatus> controlStatuses() {
    Arbitrary<UnresolvedRequest> unresolved = Combinators.combine(texts(),
        Arbitraries.integers().between(1, 1_000_000), events(Stage.DISPATCHED), CommandArbitraries.controlCommands(),
        Arbitraries.of(UnresolvedRequest.End.class))
        .as((origin, sequence, event, command, end) -> new UnresolvedRequest(
            AuditRecord.of(origin, sequence, of(event, command)), end));
    Arbitrary<RecoveryNotice> notices = Combinators.combine(TextArbitraries.ids(), KernelArbitraries.texts())
        .as(RecoveryNotice::new);
    return Combinators.combine(unresolved.list().ofMaxSize(2).uniqueElements(UnresolvedRequest::requestId),
        notices.list().ofMaxSize(2).uniqueElements(RecoveryNotice::id)).as((requests, recovery) -> {
          long last = requests.stream().mapToLong(request -> request.dispatched().sequence()).max().orElse(0);
          return new ControlStatus(last, requests.stream().sorted(
              Comparator.comparingLong(request -> request.dispatched().sequence())).toList(), recovery);
        }).withoutEdgeCases();
  }

  private static AuditEvent of(AuditEvent event, ControlCommand command) {
    return AuditEvent.builder().stage(event.stage()).requestId(event.requestId()).time(event.time())
        .clock(event.clock()).cluster(event.cluster()).session(event.session()).operator(event.operator())
        .authority(event.authority()).command(command.json()).control(true).body(event.body()).build();
  }

  private static Arbitrary<String> texts() {
    return TextArbitraries.legalTexts();
  }
}
