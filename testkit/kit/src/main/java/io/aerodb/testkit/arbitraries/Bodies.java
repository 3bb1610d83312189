package io.aerodb.testkit.arbitraries;

import static io.aerodb.audit.BodyMembers.ACKNOWLEDGED;
import static io.aerodb.audit.BodyMembers.CHALLENGE;
import static io.aerodb.audit.BodyMembers.CHECKS;
import static io.aerodb.audit.BodyMembers.CONFIRMATION;
import static io.aerodb.audit.BodyMembers.ERRORS;
import static io.aerodb.audit.BodyMembers.EXECUTION;
import static io.aerodb.audit.BodyMembers.FIRST;
import static io.aerodb.audit.BodyMembers.RECOVERY;
import static io.aerodb.audit.BodyMembers.SETTLED;
import static io.aerodb.audit.BodyMembers.TEXT_SHA256;
import static io.aerodb.audit.BodyMembers.UNRESOLVED;

import io.aerodb.audit.Stage;
import io.aerodb.audit.json.Json;
import io.aerodb.audit.merkle.Sha256;
import io.aerodb.command.ConfirmationKind;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Execution;
import java.util.HexFormat;
import java.util.List;

/** Makes the body of a record: the members that its stage requires, filled with whatever is given. */
final class Bodies {
  private Bodies() {}

  /**
   * The body of a record.
   *
   * @param filler stands wherever the model leaves the content open
   * @param first the sequence that claimed the request's id
   * @param unresolved the requests that a confirmation acknowledges
   */
  static Json.Obj of(Stage stage, Json.Obj filler, long first, List<String> unresolved) {
    var body = Json.object();
    for (String member : stage.requiredMembers()) {
      switch (member) {
        case FIRST -> body.put(member, first);
        case ACKNOWLEDGED -> body.put(member, acknowledged(unresolved));
        case ERRORS -> body.put(member, new Json.Arr(List.of(error(stage).json())));
        case EXECUTION -> body.put(member, execution(stage).name());
        case CONFIRMATION -> body.put(member, ConfirmationKind.STANDARD.label());
        case CHALLENGE, TEXT_SHA256 -> body.put(member, sha256(filler));
        default -> body.put(member, filler);
      }
    }
    return body.build();
  }

  private static Json.Obj acknowledged(List<String> unresolved) {
    return Json.object().put(CHECKS, Json.Arr.ofStrings(List.of())).put(RECOVERY, Json.Arr.ofStrings(List.of()))
        .put(SETTLED, Json.Obj.EMPTY).put(UNRESOLVED, Json.Arr.ofStrings(unresolved)).build();
  }

  private static CommandError error(Stage stage) {
    return CommandError.of(ErrorCode.AUDIT_UNAVAILABLE, execution(stage), List.of());
  }

  private static Execution execution(Stage stage) {
    return switch (stage) {
      case EXECUTED -> Execution.EXECUTED;
      case UNKNOWN -> Execution.UNKNOWN;
      case REQUESTED, REJECTED, PROPOSED, REFUSED, ABANDONED, STALE, CONFIRMED, DISPATCHED, KERNEL_REJECTED,
          NOT_ANSWERED, NOT_SENT, DUPLICATE -> Execution.NOT_EXECUTED;
    };
  }

  private static String sha256(Json.Obj of) {
    return HexFormat.of().formatHex(Sha256.of(of.bytes()));
  }
}
