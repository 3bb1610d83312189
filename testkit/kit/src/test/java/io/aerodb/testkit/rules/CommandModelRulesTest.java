package io.aerodb.testkit.rules;

import static io.aerodb.testkit.rules.Violations.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.aerodb.testkit.rules.fixture.clean.CleanConsole;
import io.aerodb.testkit.rules.fixture.clean.CleanKernel;
import io.aerodb.testkit.rules.fixture.clean.CleanLog;
import io.aerodb.testkit.rules.fixture.clean.CleanMain;
import io.aerodb.testkit.rules.fixture.planted.Again;
import io.aerodb.testkit.rules.fixture.planted.AutoYes;
import io.aerodb.testkit.rules.fixture.planted.DirectKernel;
import io.aerodb.testkit.rules.fixture.planted.DiskTool;
import io.aerodb.testkit.rules.fixture.planted.HostKernels;
import io.aerodb.testkit.rules.fixture.planted.KernelConsole;
import io.aerodb.testkit.rules.fixture.planted.Nightly;
import io.aerodb.testkit.rules.fixture.planted.OrderMaker;
import io.aerodb.testkit.rules.fixture.planted.TrailForger;
import io.aerodb.testkit.rules.fixture.planted.TurningKernel;
import org.junit.jupiter.api.Test;

/** Tests that each rule finds exactly what was planted against it, and nothing in a host that keeps the rules. */
class CommandModelRulesTest {
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importClasses(Again.class, AutoYes.class, DirectKernel.class, DiskTool.class,
          HostKernels.class, KernelConsole.class, Nightly.class, nested(Nightly.class), OrderMaker.class,
          TrailForger.class, TurningKernel.class);
  private static final ArchRule CONSOLES =
      CommandModelRules.frontendsFreeOfKernelAccess("io.aerodb.testkit.rules.fixture..");

  private static Class<?> nested(Class<?> type) {
    return type.getDeclaredClasses()[0];
  }

  @Test
  void a_host_that_keeps_the_rules_passes_them_all() {
    Class<?>[] host = {CleanConsole.class, CleanKernel.class, CleanLog.class, CleanMain.class};

    assertThat(of(CommandModelRules.ALL, host)).isEmpty();
    assertThat(of(CONSOLES, CleanConsole.class)).isEmpty();
  }

  @Test
  void kernel_actions_past_the_plane_are_found_in_every_form() {
    assertThat(of(CommandModelRules.KERNEL_ACTS_FOR_THE_PLANE_ONLY, PLANTED)).containsExactly(
        "Method <DirectKernel.behindAnotherType(DirectKernel$Promoter, TransitionOrder)>"
            + " calls method <DirectKernel$Promoter.requestPromotion(TransitionOrder)> in (DirectKernel.java)",
        "Method <DirectKernel.byReference(KernelActions)>"
            + " references method <KernelActions.forcePromotion(TransitionOrder)> in (DirectKernel.java)",
        "Method <DirectKernel.inALambda(KernelActions, TransitionOrder)>"
            + " calls method <KernelActions.requestDemotion(TransitionOrder)> in (DirectKernel.java)",
        "Method <DirectKernel.onTheAdapter(TurningKernel, DiagnosticOrder)>"
            + " calls method <TurningKernel.runDiagnostics(DiagnosticOrder)> in (DirectKernel.java)",
        "Method <DirectKernel.plainly(Kernel, TransitionOrder)>"
            + " calls method <Kernel.requestPromotion(TransitionOrder)> in (DirectKernel.java)",
        "Method <TurningKernel.requestPromotion(TransitionOrder)>"
            + " calls method <Kernel.forcePromotion(TransitionOrder)> in (TurningKernel.java)");
  }

  @Test
  void orders_that_nobody_confirmed_are_found() {
    assertThat(of(CommandModelRules.ORDERS_COME_FROM_THE_PLANE, PLANTED)).containsExactly(
        "Method <OrderMaker.diagnostics(DiagnosticCost)>"
            + " calls constructor <DiagnosticOrder.<init>(String, DiagnosticCost)> in (OrderMaker.java)",
        "Method <OrderMaker.transition()>"
            + " references method <TransitionOrder.builder()> in (OrderMaker.java)");
  }

  @Test
  void records_that_the_plane_did_not_write_are_found() {
    assertThat(of(CommandModelRules.TRAIL_IS_WRITTEN_BY_THE_PLANE_ONLY, PLANTED)).containsExactly(
        "Method <TrailForger.forge(MemoryAuditLog, AuditEvent)>"
            + " calls method <MemoryAuditLog.append(Precondition, List)> in (TrailForger.java)");
  }

  @Test
  void packages_that_are_not_exported_are_found() {
    assertThat(of(CommandModelRules.ONLY_EXPORTED_PACKAGES, PLANTED)).containsExactly(
        "Method <DiskTool.name(Disk)>"
            + " calls method <Disk.toString()> in (DiskTool.java)",
        "Method <DiskTool.name(Disk)>"
            + " has parameter of type <Disk> in (DiskTool.java)");
  }

  @Test
  void answers_that_no_person_gave_are_found() {
    assertThat(of(CommandModelRules.NOTHING_ANSWERS_FOR_THE_PERSON, PLANTED)).containsExactly(
        "Method <AutoYes.fill(Challenge)>"
            + " references method <Demand.expected()> in (AutoYes.java)",
        "Method <AutoYes.takenApart(Object)>"
            + " calls method <Demand.expected()> in (AutoYes.java)",
        "Method <AutoYes.tried(Challenge, Acknowledgement)>"
            + " calls method <AcknowledgementCheck.differences(Challenge, Acknowledgement)> in (AutoYes.java)");
  }

  @Test
  void a_second_call_after_a_catch_is_found() {
    assertThat(of(CommandModelRules.NO_SECOND_CALL_AFTER_A_CATCH, PLANTED)).containsExactly(
        "Method <Again.confirm(Session, Proposal, Acknowledgement)>"
            + " calls method <Session.confirm(Proposal, Acknowledgement)> in (Again.java)",
        "Method <Again.confirm(Session, Proposal, Acknowledgement)>"
            + " calls method <Session.confirm(RequestId, Acknowledgement)> in (Again.java)",
        "Method <Again.inALambda(Session, CommandInput)>"
            + " calls method <Session.submit(CommandInput)> in (Again.java)",
        "Method <Again.inALambda(Session, CommandInput)>"
            + " calls method <Session.submit(CommandInput)> in (Again.java)");
  }

  @Test
  void timers_and_executors_are_found() {
    assertThat(of(CommandModelRules.NO_TIMER_OR_EXECUTOR_BEFORE_THE_PLANE, PLANTED)).containsExactly(
        "Class <Nightly$Task>"
            + " extends class <TimerTask> in (Nightly.java)",
        "Constructor <Nightly$Task.<init>()>"
            + " calls constructor <TimerTask.<init>()> in (Nightly.java)",
        "Method <Nightly.aside(Session, CommandInput)>"
            + " calls method <CompletableFuture.supplyAsync(Supplier)> in (Nightly.java)",
        "Method <Nightly.everyHour(ScheduledExecutorService, Session, CommandInput)>"
            + " calls method <ScheduledExecutorService.schedule(Callable, long, TimeUnit)> in (Nightly.java)",
        "Method <Nightly.everyHour(ScheduledExecutorService, Session, CommandInput)>"
            + " has parameter of type <ScheduledExecutorService> in (Nightly.java)",
        "Method <Nightly.later(ExecutorService, Session, CommandInput)>"
            + " calls method <ExecutorService.execute(Runnable)> in (Nightly.java)");
  }

  @Test
  void kernel_access_of_a_frontend_is_found_also_where_no_type_is_named() {
    assertThat(of(CONSOLES, KernelConsole.class)).containsExactly(
        "Method <KernelConsole.assessed(NodeId)>"
            + " calls method <HostKernels.open()> in (KernelConsole.java)",
        "Method <KernelConsole.assessed(NodeId)>"
            + " calls method <Kernel.assess(Transition, NodeId, SortedSet)> in (KernelConsole.java)",
        "Method <KernelConsole.found()>"
            + " references class object <KernelProvider> in (KernelConsole.java)",
        "Method <KernelConsole.unnamed(AuditLog)>"
            + " calls method <ControlPlane.on(Kernel, AuditLog)> in (KernelConsole.java)",
        "Method <KernelConsole.unnamed(AuditLog)>"
            + " calls method <HostKernels.open()> in (KernelConsole.java)");
  }

  @Test
  void a_misspelt_frontend_package_is_noticed() {
    ArchRule misspelt = CommandModelRules.frontendsFreeOfKernelAccess("com.acme.consoel..");

    assertThatThrownBy(() -> misspelt.check(new ClassFileImporter().importClasses(CleanConsole.class)))
        .isInstanceOf(AssertionError.class).hasMessageContaining("failed to check any classes");
    assertThatThrownBy(CommandModelRules::frontendsFreeOfKernelAccess).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("packages is empty but must name at least one package");
  }

  @Test
  void all_of_them_are_one_rule() {
    assertThat(of(CommandModelRules.ALL, PLANTED)).hasSize(24);
  }
}
