package io.aerodb.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.doubles.SampleCommands;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.KernelActions;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Proves CM-1.1, CM-1.2, CM-2.2, CM-3.1, CM-3.2, P7-S3: ten commands, and each list of them agrees with every other.
 */
class ClosedSetTest {
  /** Section, class, confirmation and kernel action, word for word as the command model has them. */
  private static final Map<String, List<Object>> MODEL = Map.of(
      "inspect_cluster_state", List.of(CommandClass.INSPECTION, ConfirmationKind.NONE, "inspectClusterState"),
      "inspect_node", List.of(CommandClass.INSPECTION, ConfirmationKind.NONE, "inspectNode"),
      "inspect_replication_status", List.of(CommandClass.INSPECTION, ConfirmationKind.NONE, "inspectReplicationStatus"),
      "inspect_promotion_state", List.of(CommandClass.INSPECTION, ConfirmationKind.NONE, "inspectPromotionState"),
      "run_diagnostics", List.of(CommandClass.DIAGNOSTIC, ConfirmationKind.STANDARD, "runDiagnostics"),
      "inspect_wal", List.of(CommandClass.DIAGNOSTIC, ConfirmationKind.NONE, "inspectWal"),
      "inspect_snapshots", List.of(CommandClass.DIAGNOSTIC, ConfirmationKind.NONE, "inspectSnapshots"),
      "request_promotion", List.of(CommandClass.CONTROL, ConfirmationKind.STANDARD, "requestPromotion"),
      "request_demotion", List.of(CommandClass.CONTROL, ConfirmationKind.STANDARD, "requestDemotion"),
      "force_promotion", List.of(CommandClass.CONTROL, ConfirmationKind.OVERRIDE, "forcePromotion"));

  private static Set<Class<?>> leaves(Class<?> type) {
    if (!type.isSealed()) {
      return Set.of(type);
    }
    return Stream.of(type.getPermittedSubclasses()).flatMap(sub -> leaves(sub).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Test
  @Covers({"CM-1.1", "CM-11.1"})
  void the_types_are_the_ten_and_each_is_final_or_sealed() {
    Set<Class<?>> leaves = leaves(Command.class);

    assertThat(leaves).hasSize(10).allSatisfy(leaf -> {
      assertThat(leaf.isRecord()).isTrue();
      assertThat(Modifier.isFinal(leaf.getModifiers())).as("no non-sealed hole").isTrue();
    });
    assertThat(leaves).isEqualTo(SampleCommands.each().stream().map(Object::getClass).collect(Collectors.toSet()));
  }

  @Test
  @Covers("CM-3.1")
  void both_axes_hold_the_same_ten_and_each_command_stands_once_on_each() {
    List<Set<Class<?>>> classes =
        List.of(leaves(InspectionCommand.class), leaves(DiagnosticCommand.class), leaves(ControlCommand.class));
    List<Set<Class<?>>> confirmations = List.of(leaves(Immediate.class), leaves(Confirmable.class));

    assertThat(classes.stream().flatMap(Set::stream)).hasSize(10).doesNotHaveDuplicates();
    assertThat(confirmations.stream().flatMap(Set::stream)).hasSize(10).doesNotHaveDuplicates();
    assertThat(classes).extracting(Set::size).containsExactly(4, 3, 3);
    assertThat(confirmations).extracting(Set::size).containsExactly(6, 4);
  }

  @Test
  @Covers({"CM-1.2", "CM-11.2"})
  void the_enum_the_records_and_the_model_agree() {
    assertThat(CommandType.values()).extracting(CommandType::wireName)
        .containsExactlyInAnyOrderElementsOf(MODEL.keySet());
    assertThat(SampleCommands.each()).extracting(Command::type).containsExactly(CommandType.values());
    for (Command<?> command : SampleCommands.each()) {
      CommandType type = command.type();
      assertThat(List.<Object>of(type.commandClass(), type.confirmation(), type.kernelAction()))
          .isEqualTo(MODEL.get(type.wireName()));
      assertThat(command instanceof Confirmable).isEqualTo(type.confirmation() != ConfirmationKind.NONE);
      assertThat(command instanceof InspectionCommand).isEqualTo(type.commandClass() == CommandClass.INSPECTION);
      assertThat(command instanceof DiagnosticCommand).isEqualTo(type.commandClass() == CommandClass.DIAGNOSTIC);
      assertThat(command instanceof ControlCommand).isEqualTo(type.commandClass() == CommandClass.CONTROL);
    }
  }

  @Test
  @Covers({"CM-2.2", "P7-E1"})
  void each_command_is_one_kernel_action_and_each_kernel_action_one_command() {
    List<String> actions = Arrays.stream(KernelActions.class.getMethods()).map(Method::getName).toList();

    assertThat(CommandType.values()).extracting(CommandType::kernelAction).containsExactlyInAnyOrderElementsOf(actions);
    for (Command<?> command : SampleCommands.each()) {
      Method action = Arrays.stream(KernelActions.class.getMethods())
          .filter(m -> m.getName().equals(command.type().kernelAction())).findFirst().orElseThrow();
      assertThat(action.getGenericReturnType().getTypeName()).endsWith("<" + command.resultType().getName() + ">");
    }
  }

  @ParameterizedTest
  @EnumSource(CommandType.class)
  @Covers("CM-1.2")
  void what_a_record_is_made_of_is_what_its_definition_says(CommandType type) {
    Command<?> command = SampleCommands.of(type);
    List<String> names = type.arguments().stream().map(Argument::name).toList();

    assertThat(names).doesNotHaveDuplicates();
    assertThat(names).containsAll(command.arguments().keySet());
    assertThat(type.consequences()).isNotEmpty();
    assertThat(type.purpose()).endsWith(".");
    assertThat(type.wireName()).isEqualTo(type.name().toLowerCase(Locale.ROOT));
    assertThat(command.sentence()).endsWith(".");
  }

  @Test
  @CoversViolation({"CM-1.1", "P7-S3"})
  void no_other_name_is_a_command() {
    assertThat(Stream.of("", "INSPECT_NODE", "inspect_node ", "inspectNode", "promote", "inspect_nod\u0435"))
        .allSatisfy(name -> assertThat(CommandType.named(name)).isEqualTo(Optional.empty()));
  }

  @Test
  @Covers({"AT-1", "AT-2", "AT-3"})
  void authority_covers_exactly_what_the_table_says() {
    assertThat(CommandClass.values()).filteredOn(Authority.OBSERVER::covers).containsExactly(CommandClass.INSPECTION);
    assertThat(CommandClass.values()).filteredOn(Authority.OPERATOR::covers).containsExactly(CommandClass.values());
    assertThat(CommandClass.values()).filteredOn(Authority.AUDITOR::covers).isEmpty();
  }

  @Test
  @Covers("CM-3.2")
  void each_class_has_its_rules() {
    assertThat(CommandClass.values()).hasSize(3).allSatisfy(c -> {
      assertThat(c.confirmationRule()).isNotEmpty();
      assertThat(c.failureRule()).isNotEmpty();
      assertThat(c.invariants()).isNotEmpty();
    });
  }
}
