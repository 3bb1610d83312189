package io.aerodb.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Receipt;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Execution;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.RecordStatus;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ExitCodeTest {
  private static final RecordStatus RECORDED = new RecordStatus.Recorded(new Receipt("log", 1, "0".repeat(64)));
  private static final RecordStatus MISSING = new RecordStatus.Missing(CommandError.of(ErrorCode.AUDIT_INCOMPLETE));
  private static final CommandError KERNEL =
      CommandError.rejection("AERO_NO", "no", List.of(new InvariantId("P6-A1")), List.of());
  private static final CommandError NOWHERE = CommandError.of(ErrorCode.OUTCOME_UNKNOWN, Execution.UNKNOWN, List.of());

  static Stream<Arguments> outcomes() {
    return Stream.of(Arguments.of(executed(RECORDED), 0), Arguments.of(executed(MISSING), 7),
        Arguments.of(new Outcome.Unknown<>(NOWHERE, RECORDED), 5),
        Arguments.of(new Outcome.Unknown<>(NOWHERE, MISSING), 5),
        Arguments.of(refused(RECORDED, CommandError.of(ErrorCode.ARGUMENT_UNKNOWN)), 2),
        Arguments.of(refused(RECORDED, CommandError.of(ErrorCode.OPERATOR_MISSING)), 2),
        Arguments.of(refused(RECORDED, CommandError.of(ErrorCode.CONFIRMATION_DECLINED)), 3),
        Arguments.of(refused(RECORDED, CommandError.of(ErrorCode.CONFIRMATION_STALE)), 3),
        Arguments.of(refused(RECORDED, CommandError.of(ErrorCode.DUPLICATE_REQUEST)), 3),
        Arguments.of(refused(RECORDED, KERNEL), 4),
        Arguments.of(refused(MISSING, KERNEL), 6),
        Arguments.of(refused(RECORDED, CommandError.of(ErrorCode.KERNEL_UNAVAILABLE)), 6),
        Arguments.of(refused(MISSING, CommandError.of(ErrorCode.AUDIT_UNAVAILABLE)), 6),
        Arguments.of(refused(RECORDED, KERNEL, CommandError.of(ErrorCode.TARGET_UNRESOLVED)), 4),
        Arguments.of(
            refused(RECORDED, CommandError.of(ErrorCode.ARGUMENT_MISSING), CommandError.of(ErrorCode.SESSION_CLOSED)),
            3));
  }

  private static Outcome<?> executed(RecordStatus trail) {
    ClusterState view = ClusterState.builder().cluster(new ClusterId("demo")).epoch(new AuthorityEpoch("e1"))
        .addMembers(new MemberState.Unreachable(new NodeId("n1"), "silent")).build();
    return new Outcome.Executed<>(new InspectClusterState(), view, trail);
  }

  private static Outcome<?> refused(RecordStatus trail, CommandError... errors) {
    return new Outcome.NotExecuted<>(List.of(errors), Optional.empty(), trail);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void each_outcome_has_its_exit_code(Outcome<?> outcome, int code) {
    assertThat(ExitCode.of(outcome).number()).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void no_refusal_ends_with_zero(ErrorCode code) {
    CommandError error = code == ErrorCode.KERNEL_REJECTED ? KERNEL : CommandError.of(code);

    assertThat(ExitCode.of(refused(RECORDED, error)).number()).isBetween(2, 6);
  }
}
