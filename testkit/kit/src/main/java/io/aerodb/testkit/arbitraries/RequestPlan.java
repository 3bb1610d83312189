package io.aerodb.testkit.arbitraries;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.Stage;
import io.aerodb.audit.json.Json;
import io.aerodb.command.Command;
import io.aerodb.command.Confirmable;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.Operator;
import io.aerodb.command.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * The plan of what a random trail records of one request: who asks for what, how far it comes, whether it is repeated.
 */
record RequestPlan(RequestId request, Command<?> command, Operator operator, String session, Fate fate, boolean again,
    Json.Obj filler) {
  /**
   * How far a request comes. What does not apply to a command that needs no confirmation counts as {@link #REJECTED}.
   */
  enum Fate {
    EXECUTED, REJECTED, REFUSED, ABANDONED, STALE, OPEN, KERNEL_REJECTED, NO_ANSWER, NOT_SENT, CUT
  }

  static Arbitrary<RequestPlan> any() {
    return Combinators.combine(CommandArbitraries.requestIds(), CommandArbitraries.commands(),
        CommandArbitraries.operators(), TextArbitraries.legalTexts(), Arbitraries.of(Fate.class),
        Arbitraries.of(false, true), AuditArbitraries.objects()).as(RequestPlan::new).withoutEdgeCases();
  }

  boolean control() {
    return command instanceof ControlCommand;
  }

  /** The stages that go down together, append by append. */
  List<List<Stage>> appends() {
    var all = new ArrayList<List<Stage>>();
    boolean asked = command instanceof Confirmable<?>;
    boolean dispatched = switch (fate) {
      case EXECUTED, KERNEL_REJECTED, NO_ANSWER, NOT_SENT, CUT -> true;
      case REJECTED, REFUSED, ABANDONED, STALE, OPEN -> false;
    };
    if (fate == Fate.REJECTED || (!asked && !dispatched)) {
      all.add(List.of(Stage.REQUESTED, Stage.REJECTED));
    } else if (!asked) {
      all.add(List.of(Stage.REQUESTED, Stage.DISPATCHED));
    } else {
      all.add(List.of(Stage.REQUESTED, Stage.PROPOSED));
      if (dispatched) {
        all.add(List.of(Stage.CONFIRMED, Stage.DISPATCHED));
      }
    }
    if (asked || dispatched) {
      end().ifPresent(stage -> all.add(List.of(stage)));
    }
    if (again) {
      all.add(List.of(Stage.DUPLICATE));
    }
    return all;
  }

  private Optional<Stage> end() {
    return switch (fate) {
      case EXECUTED -> Optional.of(Stage.EXECUTED);
      case KERNEL_REJECTED -> Optional.of(Stage.KERNEL_REJECTED);
      case NO_ANSWER -> Optional.of(control() ? Stage.UNKNOWN : Stage.NOT_ANSWERED);
      case NOT_SENT -> Optional.of(Stage.NOT_SENT);
      case REFUSED -> Optional.of(Stage.REFUSED);
      case ABANDONED -> Optional.of(Stage.ABANDONED);
      case STALE -> Optional.of(Stage.STALE);
      case REJECTED, OPEN, CUT -> Optional.empty();
    };
  }

  AuditEvent event(Stage stage, String cluster, Instant now, Json.Obj body) {
    return AuditEvent.builder().stage(stage).requestId(request.value()).time(now).clock("random").cluster(cluster)
        .session(session).operator(operator.name()).authority(operator.authority().label()).command(command.json())
        .control(control()).body(body).build();
  }
}
