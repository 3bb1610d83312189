package io.aerodb.command.explain;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.json.Json;
import io.aerodb.command.ArgumentKind;
import io.aerodb.command.CommandType;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.Detail;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Invariant;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.Reversibility;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WritesAtRisk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An assessment together with what the model requires of it. Explanation, decision and error are all made from these
 * same checks, so that the text can't belong to another command than the decision.
 *
 * @since 0.1
 */
public final class Judgement {
  /** The invariants for each of which a promotion needs a check. */
  static final List<InvariantId> REQUIRED =
      List.of(new InvariantId("P6-A1"), new InvariantId("P6-A3"), new InvariantId("P6-S1"),
          new InvariantId("P6-S2"));

  private final ControlCommand command;
  private final Assessment assessment;
  private final List<JudgedCheck> checks;
  private final Map<String, RequestResolution> settled;

  private Judgement(ControlCommand command, Assessment assessment, List<JudgedCheck> checks,
      Map<String, RequestResolution> settled) {
    this.command = command;
    this.assessment = assessment;
    this.checks = checks;
    this.settled = settled;
  }

  /**
   * Judges a command by what the kernel found.
   *
   * @param command what is asked for
   * @param assessment what the kernel found; of this command's transition and target
   * @param unresolved the requests that the kernel was asked about; one that it did not answer is one it can't tell
   */
  public static Judgement of(ControlCommand command, Assessment assessment, Collection<UnresolvedRequest> unresolved) {
    var settled = new LinkedHashMap<String, RequestResolution>();
    unresolved.forEach(
        u -> settled.put(u.requestId(),
            assessment.settled().getOrDefault(u.requestId(), RequestResolution.CANNOT_TELL)));
    var checks = new ArrayList<JudgedCheck>();
    assessment.findings().forEach(finding -> checks.add(new JudgedCheck(finding, ErrorCode.KERNEL_REJECTED)));
    if (command.transition() != Transition.DEMOTION) {
      addMissing(assessment, checks);
      unresolved.stream()
          .filter(u -> settled.get(u.requestId()) == RequestResolution.CANNOT_TELL && sameTarget(u, command))
          .forEach(u -> checks.add(unresolvedTarget(u)));
    }
    return new Judgement(command, assessment, List.copyOf(checks), settled);
  }

  private static void addMissing(Assessment assessment, List<JudgedCheck> checks) {
    Set<InvariantId> made = assessment.findings().stream().map(Finding::invariant).collect(Collectors.toSet());
    REQUIRED.stream().filter(id -> !made.contains(id))
        .forEach(id -> checks.add(added(ErrorCode.REQUIRED_CHECK_MISSING, id.value(), id,
            "a check of the kernel for " + id, "the kernel made none", "Whether " + id + " holds is not known.",
            false)));
  }

  private static boolean sameTarget(UnresolvedRequest earlier, ControlCommand command) {
    Json.Obj given = earlier.dispatched().event().command().orElse(Json.Obj.EMPTY);
    Json.Obj arguments = given.object(AuditEvent.COMMAND_ARGUMENTS).orElse(Json.Obj.EMPTY);
    return given.text(AuditEvent.COMMAND_NAME).flatMap(CommandType::named).stream()
        .flatMap(type -> type.arguments().stream())
        .filter(argument -> argument.kind() == ArgumentKind.NODE_ID)
        .anyMatch(argument -> arguments.text(argument.name()).equals(Optional.of(command.node().value())));
  }

  /**
   * Rests on the trail alone: a force that names its invariant may lift it, and lifts none of the kernel's own checks
   * by that.
   */
  private static JudgedCheck unresolvedTarget(UnresolvedRequest earlier) {
    return added(ErrorCode.TARGET_UNRESOLVED, earlier.requestId(), REQUIRED.getFirst(),
        "the kernel's word on what came of request " + earlier.requestId(), "it can't tell",
        "The earlier request may still take effect on this member.", true);
  }

  private static JudgedCheck added(ErrorCode source, String about, InvariantId invariant, String expected,
      String observed, String then, boolean overridable) {
    return new JudgedCheck(
        Finding.builder().code(source + "." + about).invariant(invariant).verdict(Verdict.UNPROVABLE).expected(expected)
            .observed(observed).missingEvidence(expected).overridable(overridable).consequence(then)
            .writesAtRisk(new WritesAtRisk.CannotBeTold("no check was made")).reversibility(Reversibility.IRREVERSIBLE)
            .build(),
        source);
  }

  /** The command that is judged. */
  public ControlCommand command() {
    return command;
  }

  /** What the kernel found. */
  public Assessment assessment() {
    return assessment;
  }

  /** The kernel's checks in its order, then those that the model added. */
  public List<JudgedCheck> checks() {
    return checks;
  }

  /** The checks that are not satisfied. */
  public List<JudgedCheck> unsatisfied() {
    return checks.stream().filter(JudgedCheck::unsatisfied).toList();
  }

  /** The kernel's word on each unresolved request, in the order of their dispatch. */
  public Map<String, RequestResolution> settled() {
    return Collections.unmodifiableMap(settled);
  }

  /** The unresolved requests that the kernel can't settle: each has to be acknowledged by its id. */
  public List<String> unsettled() {
    return settled.entrySet().stream().filter(e -> e.getValue() == RequestResolution.CANNOT_TELL).map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Every reason why it can't be proposed, empty when it can. Without overrides each check that is not satisfied is a
   * reason. A force needs the set of its overrides to equal the invariants of those checks, name by name, each of them
   * overridable, and at least one (CM-6.3b).
   */
  public List<CommandError> refusals() {
    return command.transition() == Transition.FORCED_PROMOTION ? forceRefusals()
        : unsatisfied().stream().map(JudgedCheck::error).toList();
  }

  private List<CommandError> forceRefusals() {
    var unsatisfied = unsatisfied();
    if (unsatisfied.isEmpty()) {
      return List.of(CommandError.ofOne(ErrorCode.NOTHING_TO_OVERRIDE, "overrides",
          "at least one check that is not satisfied", "every check is satisfied"));
    }
    var errors = new ArrayList<CommandError>();
    var needed = new TreeSet<InvariantId>();
    unsatisfied.forEach(check -> needed.add(check.finding().invariant()));
    if (!needed.equals(new TreeSet<>(command.overrides()))) {
      errors.add(CommandError.of(ErrorCode.OVERRIDES_NOT_EXACT,
          new Detail("overrides", Invariant.P7_E3.id().value(), needed.toString(),
              command.overrides().toString())));
    }
    for (JudgedCheck check : unsatisfied) {
      if (!check.finding().overridable()) {
        errors.add(check.error());
        errors.add(CommandError.of(ErrorCode.OVERRIDE_NOT_POSSIBLE, check.detail()));
      }
    }
    return errors;
  }
}
