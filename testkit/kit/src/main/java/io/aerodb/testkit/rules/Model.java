package io.aerodb.testkit.rules;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import io.aerodb.audit.AuditLog;
import io.aerodb.command.session.Session;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.KernelActions;
import io.aerodb.kernel.KernelProvider;
import io.aerodb.kernel.KernelReads;
import io.aerodb.kernel.TransitionOrder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the command model that the rules need; a test compares each list with the types themselves. */
final class Model {
  /** The ten commands and the types that seal them. */
  static final Set<String> CLOSED_SET = Stream
      .of("Command", "InspectionCommand", "DiagnosticCommand", "ControlCommand", "Immediate", "Confirmable",
          "InspectClusterState", "InspectNode", "InspectReplicationStatus", "InspectPromotionState", "RunDiagnostics",
          "InspectWal", "InspectSnapshots", "RequestPromotion", "RequestDemotion", "ForcePromotion")
      .map("io.aerodb.command."::concat).collect(Collectors.toUnmodifiableSet());

  /** Packages of the library that every host may name. */
  static final Set<String> EXPORTED =
      Set.of("io.aerodb.kernel", "io.aerodb.audit", "io.aerodb.audit.journal", "io.aerodb.audit.json",
          "io.aerodb.audit.merkle", "io.aerodb.audit.store", "io.aerodb.audit.verify",
          "io.aerodb.command", "io.aerodb.command.confirm", "io.aerodb.command.error", "io.aerodb.command.explain",
          "io.aerodb.command.session");

  /** What only a dispatched order may start: three change who is primary, the fourth costs what was confirmed. */
  static final Set<String> CONFIRMED_ACTIONS =
      Set.of("requestPromotion", "requestDemotion", "forcePromotion", "runDiagnostics");

  /** What spends a request or a proposal of a session. */
  static final Set<String> SPENDING = Set.of("submit", "run", "propose", "confirm");

  private static final List<String> LIBRARY = List.of("io.aerodb.kernel", "io.aerodb.audit", "io.aerodb.command");

  private Model() {}

  /** Whether a class lives in a package of the kernel SPI, the audit SPI or core. */
  static boolean isLibrary(JavaClass type) {
    String name = type.getPackageName();
    return LIBRARY.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
  }

  /** Whether a class is part of the control plane or of what it is made of. */
  static boolean isPlane(JavaClass type) {
    String name = type.getPackageName();
    return name.equals("io.aerodb.command") || name.startsWith("io.aerodb.command.");
  }

  /**
   * Whether a type gives access to a kernel: the SPI, an implementation of it, or an order that only a kernel takes.
   */
  static boolean isKernelAccess(JavaClass type) {
    JavaClass base = type.getBaseComponentType();
    return Stream.of(KernelReads.class, KernelActions.class, KernelProvider.class, TransitionOrder.class,
        TransitionOrder.Builder.class, DiagnosticOrder.class).anyMatch(base::isAssignableTo);
  }

  /** Whether what is reached is one of the four actions, on whatever type it was declared. */
  static boolean isConfirmedAction(JavaAccess<?> access) {
    return CONFIRMED_ACTIONS.contains(access.getTarget().getName())
        && (access.getTargetOwner().isAssignableTo(KernelActions.class) || takesAnOrder(access));
  }

  private static boolean takesAnOrder(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(TransitionOrder.class) || type.isEquivalentTo(DiagnosticOrder.class));
  }

  /** Whether an order is made. */
  static boolean isOrderMaking(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    return (owner.isEquivalentTo(TransitionOrder.class) && name.equals("builder"))
        || (owner.isEquivalentTo(DiagnosticOrder.class) && name.equals("<init>"));
  }

  /** Whether a request or a proposal of a session is spent. */
  static boolean isSpending(JavaAccess<?> access) {
    return access instanceof JavaCodeUnitAccess && access.getTargetOwner().isEquivalentTo(Session.class)
        && SPENDING.contains(access.getTarget().getName());
  }

  /** Whether records are appended. */
  static boolean isAppend(JavaAccess<?> access) {
    return access.getTarget().getName().equals("append") && access.getTargetOwner().isAssignableTo(AuditLog.class);
  }

  /**
   * Whether the code that reaches out is the method of the same name of an implementation of an SPI: it passes on what
   * it was given.
   */
  static boolean passesOn(JavaAccess<?> access, Class<?> spi) {
    return access.getOriginOwner().isAssignableTo(spi)
        && access.getOrigin().getName().equals(access.getTarget().getName());
  }

  /** The top-level class around a class; itself if there is none. */
  static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Model::outermost).orElse(type);
  }
}
