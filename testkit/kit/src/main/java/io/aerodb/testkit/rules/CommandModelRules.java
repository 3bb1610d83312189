package io.aerodb.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import io.aerodb.audit.AuditLog;
import io.aerodb.command.Command;
import io.aerodb.command.confirm.AcknowledgementCheck;
import io.aerodb.command.confirm.Demand;
import io.aerodb.kernel.KernelActions;
import java.util.List;

/**
 * ArchUnit rules for what a host's own code must not do with the command model. They are checked against the host's
 * main classes; its tests may play the kernel and the person. They are not a sandbox: a rule reads class files, and
 * each says below what it can't see.
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "com.acme", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ModelRulesTest {
 *   @ArchTest static final ArchRule MODEL = CommandModelRules.ALL;
 *   @ArchTest static final ArchRule CONSOLE = CommandModelRules.frontendsFreeOfKernelAccess("com.acme.console..");
 * }
 * }</pre>
 *
 * <p>No rule sees reflection, generated code that is not imported, or what is handed on as an {@code Object}. Code
 * inside a lambda counts as code of the method around it, and a method reference as a call. A lambda that implements a
 * type is invisible to ArchUnit: no type of the model that matters here can be implemented by one, because it is sealed
 * or has more than one abstract method.
 *
 * @since 0.1
 */
public final class CommandModelRules {
  /**
   * CM-1.1, CM-11.1, P7-S3. Nothing but the ten implements or extends {@code Command} or one of the types that seal it,
   * whatever compiler let it through.
   *
   * <p>Can't see: a type that does the work of a command without being one; what such a type could do is closed by the
   * other rules.
   */
  public static final ArchRule NO_ELEVENTH_COMMAND = classes()
      .should(Conditions.not("be one of the ten commands or none at all", CommandModelRules::isForeignCommand,
          "is a command but not one of the ten"))
      .because("the set of commands is closed: a new one changes the model, not a host (CM-1.1, CM-11.1, P7-S3)");

  /**
   * CM-11.1, CF-10. No class of a host lives in a package of the library. The jars are sealed, but a class path that
   * unpacks or shades them is not.
   *
   * <p>Can't see: a class that is not imported. Not for an import that holds the library's own classes.
   */
  public static final ArchRule NO_CLASS_IN_A_LIBRARY_PACKAGE = classes()
      .should(Conditions.not("live outside the packages of the library", Model::isLibrary,
          "lives in a package of the library"))
      .because("proofs of stage are types that only their own package can make (CM-11.1, CF-10)");

  /**
   * CM-1.3, P7-E1, P7-F3. {@code requestPromotion}, {@code requestDemotion}, {@code forcePromotion} and
   * {@code runDiagnostics} of a kernel are called by the control plane alone. An implementation of the SPI may pass a
   * call on, from the method of the same name: it can wrap a kernel, and can't turn a request into a force.
   *
   * <p>Can't see: an action behind a host's own method of another name that takes no order; how often an adapter passes
   * a call on.
   */
  public static final ArchRule KERNEL_ACTS_FOR_THE_PLANE_ONLY = classes()
      .should(Conditions.noAccess("leave the confirmed kernel actions to the control plane",
          access -> Model.isConfirmedAction(access) && !Model.isPlane(access.getOriginOwner())
              && !Model.passesOn(access, KernelActions.class)))
      .because(
          "there is no way to the kernel but a command that was explained, confirmed and recorded (CM-1.3, P7-E1)");

  /**
   * CM-1.3, CF-9. Orders are made by the control plane alone, out of what was confirmed; an adapter may rebuild one
   * that it was given.
   *
   * <p>Can't see: an order that is kept and handed over again; the kernel's idempotence answers that one.
   */
  public static final ArchRule ORDERS_COME_FROM_THE_PLANE = classes()
      .should(Conditions.noAccess("make no order",
          access -> Model.isOrderMaking(access) && !Model.isPlane(access.getOriginOwner())
              && !Model.outermost(access.getOriginOwner()).isAssignableTo(KernelActions.class)))
      .because("an order stands for a confirmation that is in the trail (CM-1.3, CF-9)");

  /**
   * AU-1, AU-7, P7-O3. {@code AuditLog.append} is called by the control plane alone. A log that wraps another passes it
   * on from its own {@code append}.
   *
   * <p>Can't see: what writes below the log, to its files or tables; {@code AuditTrail.verify} does.
   */
  public static final ArchRule TRAIL_IS_WRITTEN_BY_THE_PLANE_ONLY = classes()
      .should(Conditions.noAccess("leave the trail to the control plane",
          access -> Model.isAppend(access) && !Model.isPlane(access.getOriginOwner())
              && !Model.passesOn(access, AuditLog.class)))
      .because("a record says what the control plane did, and nothing else writes one (AU-1, AU-7)");

  /**
   * CM-1.3. No host depends on a package that the library does not export. The module path enforces it; the class path
   * does not.
   *
   * <p>Can't see: a class that is loaded by its name.
   */
  public static final ArchRule ONLY_EXPORTED_PACKAGES = classes()
      .should(Conditions.noDependency("depend on exported packages of the library only",
          (type, target) -> Model.isLibrary(target) && !Model.isLibrary(type)
              && !Model.EXPORTED.contains(target.getPackageName())))
      .because("what is not exported can change and checks nothing (CM-1.3)");

  /**
   * CF-2, CF-10. Nothing reads {@code Demand.expected()} or asks {@code AcknowledgementCheck}: with either an
   * acknowledgement could be filled without a person. A frontend shows {@code Demand.text()}, and gives what was typed.
   *
   * <p>Can't see: what is cut out of a prompt, an explanation's JSON or the details of a refusal.
   */
  public static final ArchRule NOTHING_ANSWERS_FOR_THE_PERSON = classes()
      .should(Conditions.noAccess("leave the answers to the person",
          access -> isAnswer(access) && !Model.isPlane(access.getOriginOwner())))
      .because("a yes is what a person gave to this very text (CF-2, CF-10)");

  /**
   * ER-6, P7-F3. A class that submits, runs, proposes or confirms uses no retry library, neither by annotation, also a
   * composed one, nor by type. Classes of one top-level class count as one.
   *
   * <p>Can't see: an interceptor that is configured elsewhere, a retry around a caller of that class, a loop of one's
   * own.
   */
  public static final ArchRule NO_RETRY_LIBRARY_AROUND_THE_PLANE = classes().should(Retries.useNoRetryLibrary().as(
      "use no retry library where requests are spent"))
      .because("no error leads to a retry: what may have happened must not be asked for again (ER-6, P7-F3)");

  /**
   * ER-6, P7-F3. No method calls {@code submit}, {@code run}, {@code propose} or {@code confirm} of a session both
   * inside and outside of a block whose exceptions it catches. Two requests that one method guards one by one belong
   * into two methods.
   *
   * <p>Can't see: a loop, a recursion, a second call in another method or by another of the four; a catch of
   * {@code Throwable} in a method that also has a try-with-resources.
   */
  public static final ArchRule NO_SECOND_CALL_AFTER_A_CATCH = classes()
      .should(Retries.callNothingAgainAfterCatching().as("spend nothing again after catching"))
      .because("a throw means that nobody knows, not that nothing happened (ER-6, P7-F3)");

  /**
   * CM-2.1, CF-2, P7-A1. A class that submits, runs, proposes or confirms uses no timer, no scheduler and no executor.
   * Classes of one top-level class count as one.
   *
   * <p>Can't see: a {@code Runnable} that is handed to somebody else's executor, a thread of one's own. A host whose
   * user interface needs an executor checks the other rules one by one.
   */
  public static final ArchRule NO_TIMER_OR_EXECUTOR_BEFORE_THE_PLANE = classes().should(Retries.useNoTimerOrExecutor()
      .as("use no timer, scheduler or executor where requests are spent"))
      .because("a person issues a command, and nothing else does: no hour, no queue (CM-2.1, CF-2, P7-A1)");

  /** Every constant above as one rule, for a host's main classes. */
  public static final ArchRule ALL = CompositeArchRule.of(List.of(NO_ELEVENTH_COMMAND, NO_CLASS_IN_A_LIBRARY_PACKAGE,
      KERNEL_ACTS_FOR_THE_PLANE_ONLY, ORDERS_COME_FROM_THE_PLANE, TRAIL_IS_WRITTEN_BY_THE_PLANE_ONLY,
      ONLY_EXPORTED_PACKAGES, NOTHING_ANSWERS_FOR_THE_PERSON, NO_RETRY_LIBRARY_AROUND_THE_PLANE,
      NO_SECOND_CALL_AFTER_A_CATCH, NO_TIMER_OR_EXECUTOR_BEFORE_THE_PLANE));

  private CommandModelRules() {}

  /**
   * CM-1.3, CM-2.4. Frontends hold sessions, not kernels: they name no kernel SPI, no implementation of it and no
   * order, and call nothing that takes or answers one. The vocabulary of {@code io.aerodb.kernel} is theirs to show.
   * Who opens a {@code ControlPlane} is not a frontend.
   *
   * <p>Can't see: a kernel inside another type's private parts. Fails when no class lives in these packages, so that a
   * misspelt one is noticed.
   *
   * @param packages ArchUnit package identifiers such as {@code com.acme.console..}; at least one
   */
  public static ArchRule frontendsFreeOfKernelAccess(String... packages) {
    if (packages.length == 0) {
      throw new IllegalArgumentException("packages is empty but must name at least one package");
    }
    return classes().that().resideInAnyPackage(packages)
        .should(Conditions.noContact("have no access to a kernel", Model::isKernelAccess))
        .because("what a frontend can reach, a frontend's bug can run (CM-1.3, CM-2.4)");
  }

  private static boolean isForeignCommand(JavaClass type) {
    return type.isAssignableTo(Command.class) && !Model.CLOSED_SET.contains(type.getName());
  }

  private static boolean isAnswer(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    return (owner.isEquivalentTo(Demand.class) && access.getTarget().getName().equals("expected"))
        || owner.isEquivalentTo(AcknowledgementCheck.class);
  }
}
