package io.aerodb.command;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.json.Json;
import io.aerodb.command.error.Detail;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Reversibility;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * {@code run_diagnostics}: collects diagnostic information. Its cost is declared and confirmed before it runs, and is
 * the ceiling at which the kernel stops (CM-5.1a, CM-5.1b).
 *
 * @param scope how deep
 * @since 0.1
 */
public record RunDiagnostics(DiagnosticScope scope)
    implements DiagnosticCommand<DiagnosticReport>, Confirmable<DiagnosticReport> {
  static final CommandDefinition DEFINITION =
      new CommandDefinition("run_diagnostics", CommandClass.DIAGNOSTIC, ConfirmationKind.STANDARD,
          "Collects diagnostic information of every member, up to a declared cost.", "runDiagnostics",
          List.of(new Argument("scope", ArgumentKind.SCOPE, Argument.Presence.REQUIRED)),
          List.of(new Consequence("Nothing in the cluster is changed.", Reversibility.REVERSIBLE),
              new Consequence("Each member does work up to the declared cost; that time and load are not given back.",
                  Reversibility.IRREVERSIBLE)),
          arguments -> new RunDiagnostics(DiagnosticScope.valueOf(arguments.one("scope").toUpperCase(Locale.ROOT))));

  public RunDiagnostics {
    requireNonNull(scope, "scope");
  }

  /** The scope as it is typed, such as {@code deep}. */
  public String scopeLabel() {
    return scope.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public CommandType type() {
    return CommandType.RUN_DIAGNOSTICS;
  }

  @Override
  public Class<DiagnosticReport> resultType() {
    return DiagnosticReport.class;
  }

  @Override
  public Optional<NodeId> target() {
    return Optional.empty();
  }

  @Override
  public SortedMap<String, List<String>> arguments() {
    return Arguments.of("scope", scopeLabel());
  }

  @Override
  public String sentence() {
    return "Collect diagnostics of scope " + scopeLabel() + " from every member, up to the declared cost.";
  }

  @Override
  public ClusterId clusterOf(DiagnosticReport answer) {
    return answer.cluster();
  }

  @Override
  public Json.Obj answerJson(DiagnosticReport answer) {
    return KernelJson.of(answer);
  }

  @Override
  public List<Detail> mismatches(DiagnosticReport answer) {
    return Detail.ofMismatch("scope", scope, answer.scope());
  }
}
