package io.aerodb.testkit.arbitraries;

import static io.aerodb.testkit.arbitraries.ArbitrarySamples.kinds;
import static io.aerodb.testkit.arbitraries.ArbitrarySamples.leaves;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Stage;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.json.Json;
import io.aerodb.command.Authority;
import io.aerodb.command.Command;
import io.aerodb.command.CommandType;
import io.aerodb.command.Confirmable;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.Immediate;
import io.aerodb.command.Operator;
import io.aerodb.command.ValidationResult;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.Lag;
import io.aerodb.kernel.MemberDiagnostics;
import io.aerodb.kernel.MemberSnapshots;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.MemberWal;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.TransitionPhase;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WritesAtRisk;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;

/** Tests that every closed type is generated in all its forms, so that a new form can't be forgotten. */
class CoverageTest {
  @Example
  void all_ten_commands() {
    assertThat(kinds(CommandArbitraries.commands())).isEqualTo(leaves(Command.class)).hasSize(10);
    assertThat(kinds(CommandArbitraries.immediates())).isEqualTo(leaves(Immediate.class));
    assertThat(kinds(CommandArbitraries.confirmables())).isEqualTo(leaves(Confirmable.class));
    assertThat(kinds(CommandArbitraries.controlCommands())).isEqualTo(leaves(ControlCommand.class));
    all(CommandType.class, CommandArbitraries.commands().map(Command::type));
  }

  @Example
  void all_forms_of_what_a_kernel_says() {
    assertThat(kinds(KernelArbitraries.memberStates())).isEqualTo(leaves(MemberState.class));
    assertThat(kinds(KernelArbitraries.replicationStates())).isEqualTo(leaves(ReplicationState.class));
    assertThat(kinds(KernelArbitraries.lags())).isEqualTo(leaves(Lag.class));
    assertThat(kinds(KernelArbitraries.rolesAfter())).isEqualTo(leaves(RoleAfter.class));
    assertThat(kinds(KernelArbitraries.writesAtRisk())).isEqualTo(leaves(WritesAtRisk.class));
    assertThat(kinds(KernelArbitraries.responses(KernelArbitraries.nodeIds()))).isEqualTo(leaves(KernelResponse.class));
  }

  @Example
  void all_forms_of_a_member_in_a_view() {
    assertThat(rows(ViewArbitraries.diagnosticReports(DiagnosticScope.DEEP), view -> view.members().stream()))
        .isEqualTo(leaves(MemberDiagnostics.class));
    assertThat(rows(ViewArbitraries.walViews(Optional.empty(), new Page(1, 20)), view -> view.members().stream()))
        .isEqualTo(leaves(MemberWal.class));
    assertThat(rows(ViewArbitraries.snapshotViews(Optional.empty(), new Page(1, 20)), view -> view.members().stream()))
        .isEqualTo(leaves(MemberSnapshots.class));
  }

  @Example
  void all_forms_of_what_a_log_is_handed() {
    assertThat(kinds(AuditArbitraries.json())).isEqualTo(leaves(Json.class));
    assertThat(rows(AuditArbitraries.appends(), trail -> trail.stream().map(Append::precondition)))
        .isEqualTo(leaves(Precondition.class));
    assertThat(kinds(CommandArbitraries.inputs().map(input -> input.validate())))
        .isEqualTo(leaves(ValidationResult.class));
  }

  @Example
  void all_constants_of_the_closed_enumerations() {
    all(Authority.class, CommandArbitraries.operators().map(Operator::authority));
    all(Stage.class, AuditArbitraries.events().map(AuditEvent::stage));
    all(Transition.class, KernelArbitraries.transitionOrders().map(TransitionOrder::transition));
    all(Transition.class, KernelArbitraries.assessments().map(Assessment::transition));
    all(TransitionPhase.class, ViewArbitraries.promotionStates().map(PromotionState::phase));
    all(Verdict.class, KernelArbitraries.findings().map(Finding::verdict));
    assertThat(constants(KernelArbitraries.assessments(), a -> a.settled().values().stream()))
        .containsExactlyInAnyOrder(RequestResolution.values());
    assertThat(constants(AuditArbitraries.controlStatuses(), s -> s.unresolved().stream().map(UnresolvedRequest::end)))
        .containsExactlyInAnyOrder(UnresolvedRequest.End.values());
  }

  @Example
  void all_stages_within_the_trails() {
    assertThat(constants(AuditArbitraries.trails(), trail -> trail.stream().map(record -> record.event().stage())))
        .containsExactlyInAnyOrder(Stage.values());
  }

  @Example
  void assessments_that_lack_a_required_check_and_such_that_lack_none() {
    Arbitrary<Boolean> complete = KernelArbitraries.assessments().map(assessment -> assessment.findings().stream()
        .map(finding -> finding.invariant().value()).collect(Collectors.toSet())
        .containsAll(Set.of("P6-A1", "P6-A3", "P6-S1", "P6-S2")));

    assertThat(ArbitrarySamples.of(complete)).contains(true, false);
  }

  private static <E extends Enum<E>> void all(Class<E> type, Arbitrary<E> constants) {
    assertThat(ArbitrarySamples.of(constants).distinct()).containsExactlyInAnyOrder(type.getEnumConstants());
  }

  private static <T, R> Set<R> constants(Arbitrary<T> arbitrary, Function<T, Stream<R>> parts) {
    return ArbitrarySamples.of(arbitrary).flatMap(parts).collect(Collectors.toSet());
  }

  private static <T> Set<Class<?>> rows(Arbitrary<T> arbitrary, Function<T, Stream<?>> parts) {
    return ArbitrarySamples.of(arbitrary).flatMap(parts).map(Object::getClass).collect(Collectors.toSet());
  }
}
