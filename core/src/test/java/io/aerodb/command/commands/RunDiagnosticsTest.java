package io.aerodb.command.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Confirmable;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.MemberDiagnostics;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests {@code run_diagnostics}; proves CM-12.1, CM-5.0, CM-5.1a, CM-5.1b. */
@Covers(command = "run_diagnostics")
class RunDiagnosticsTest extends ConfirmableContract<DiagnosticReport> {
  @Override
  Confirmable<DiagnosticReport> command() {
    return new RunDiagnostics(DiagnosticScope.DEEP);
  }

  @Override
  void makeInvalid() {
    fixture.kernel.rejects("estimate", "AERO_NO_COST", "the cost can't be bounded", "P6-F1");
  }

  @Override
  List<ErrorCode> refusals() {
    return List.of(ErrorCode.KERNEL_REJECTED);
  }

  @Override
  List<ErrorCode> missing() {
    return List.of(ErrorCode.ARGUMENT_MISSING);
  }

  @Test
  @Covers("CM-5.1b")
  void a_member_that_stopped_at_its_ceiling_says_so() {
    fixture.kernel.completes("runDiagnostics", a -> {
      var report = DiagnosticReport.builder().cluster(SampleCluster.CLUSTER).epoch(SampleCluster.EPOCH)
          .scope(DiagnosticScope.DEEP);
      List.of(SampleCluster.N1, SampleCluster.N2, SampleCluster.N3)
          .forEach(node -> report.addMembers(MemberDiagnostics.Collected.builder().node(node).statements(40)
              .bytesRead(1_000_000).duration(Duration.ofSeconds(2)).completion(
                  MemberDiagnostics.Completion.STOPPED_AT_CEILING)
              .build()));
      return report.build();
    });

    assertThat(fixture.runs("r-1", command()).text()).contains("STOPPED_AT_CEILING");
  }
}
