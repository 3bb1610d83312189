package io.aerodb.command.confirm;

import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.RecoveryNotice;
import io.aerodb.audit.json.Json;
import io.aerodb.audit.merkle.Sha256;
import io.aerodb.command.ConfirmationKind;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.Operator;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.command.error.SafeText;
import io.aerodb.command.explain.Explanation;
import io.aerodb.command.explain.Judgement;
import io.aerodb.kernel.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What must be acknowledged before one proposed command runs: bound by its digest to the whole explanation, document
 * and text, and so to the command, its arguments, the request, the session, the operator and the state it was judged in
 * (CF-4). It carries a code that was not known before this very explanation (CF-2).
 *
 * @since 0.1
 */
public final class Challenge {
  private static final String DOMAIN = "aerodb-challenge-v1\0";
  /** Crockford's alphabet: no letter that reads like a digit. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CODE_LENGTH = 6;

  private final String digest;
  private final List<Demand> demands;

  private Challenge(String digest, List<Demand> demands) {
    this.digest = digest;
    this.demands = List.copyOf(demands);
  }

  /** The challenge of a collection of diagnostics. */
  public static Challenge of(Explanation explanation, RunDiagnostics command) {
    byte[] digest = digest(explanation);
    String name = command.type().wireName();
    return new Challenge(HexFormat.of().formatHex(digest), List.of(action(name),
        new Demand("scope", "Type the scope: " + command.scopeLabel(), command.scopeLabel()), code(digest)));
  }

  /** The challenge of a control command. */
  public static Challenge of(Explanation explanation, Judgement judgement, Operator operator,
      ControlStatus controlStatus) {
    byte[] digest = digest(explanation);
    ControlCommand command = judgement.command();
    var demands = new ArrayList<Demand>();
    demands.add(action(command.type().wireName()));
    demands.add(new Demand("target", "Type the id of the node: " + command.node(), command.node().value()));
    if (command.type().confirmation() == ConfirmationKind.OVERRIDE) {
      judgement.unsatisfied().forEach(check -> demands.add(override(check.finding())));
      demands.add(new Demand("risk", "The risk shown for each override is accepted. Type: accept risk", "accept risk"));
      demands.add(new Demand("responsibility",
          "Responsibility for what follows moves to " + operator.name() + ". Sign with that name",
          operator.name()));
    }
    judgement.unsettled().forEach(id -> demands.add(new Demand("unresolved:" + id,
        "Nobody can tell what came of request " + id + ". Type its id to acknowledge that", id)));
    for (RecoveryNotice notice : controlStatus.recovery()) {
      demands.add(new Demand("recovery:" + notice.id(),
          "The audit log set something aside, see above. Type the id to acknowledge that: "
              + notice.id(),
          notice.id()));
    }
    demands.add(code(digest));
    return new Challenge(HexFormat.of().formatHex(digest), demands);
  }

  private static Demand action(String wireName) {
    return new Demand("action", "Type the command: " + wireName, wireName);
  }

  private static Demand override(Finding finding) {
    return new Demand("override:" + finding.code(),
        "Check " + finding.code() + " is " + finding.verdict() + " and is overridden. Type its invariant: "
            + finding.invariant(),
        finding.invariant().value());
  }

  private static Demand code(byte[] digest) {
    long bits = 0;
    for (int i = 0; i < 4; i++) {
      bits = (bits << 8) | (digest[i] & 0xFF);
    }
    var code = new StringBuilder();
    for (int i = 0; i < CODE_LENGTH; i++) {
      code.append(ALPHABET.charAt((int) ((bits >>> (27 - 5 * i)) & 31)));
    }
    return new Demand("code", "Type the code of this explanation: " + code, code.toString());
  }

  private static byte[] digest(Explanation explanation) {
    Json.Obj bound =
        Json.object().put("document", explanation.document()).put("textSha256", explanation.textSha256()).build();
    return Sha256.of((DOMAIN + bound.canonical()).getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of what is confirmed, 64 lower-case hexadecimal digits. */
  public String digest() {
    return digest;
  }

  /** What must be given, in the order in which it is asked. */
  public List<Demand> demands() {
    return demands;
  }

  /** This challenge as a JSON object. */
  public Json.Obj json() {
    return Json.object().put("demands", new Json.Arr(demands.stream().map(d -> (Json) d.json()).toList()))
        .put("digest", digest).build();
  }

  /** One line for each demand, safe for a terminal. */
  public String text() {
    var text = new StringBuilder("Digest ").append(digest).append('\n');
    demands.forEach(demand -> text.append(SafeText.escape(demand.id())).append(": ")
        .append(demand.text()).append('\n'));
    return text.toString();
  }
}
