package io.aerodb.testkit.arbitraries;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.json.Json;
import io.aerodb.command.Command;
import io.aerodb.command.CommandInput;
import io.aerodb.command.Confirmable;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.ForcePromotion;
import io.aerodb.command.Immediate;
import io.aerodb.command.InspectNode;
import io.aerodb.command.InspectSnapshots;
import io.aerodb.command.InspectWal;
import io.aerodb.command.Operator;
import io.aerodb.command.Reason;
import io.aerodb.command.RequestDemotion;
import io.aerodb.command.RequestId;
import io.aerodb.command.RequestPromotion;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.ReplicationStatus;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.WalPosition;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * A jqwik domain that makes {@code @ForAll} give values of the command model by their type alone:
 *
 * <pre>{@code
 * @Property
 * @Domain(CommandDomain.class)
 * void shows_every_command(@ForAll Command<?> command) { … }
 * }</pre>
 *
 * <p>{@code List<Append>} is the appends of one whole trail and {@code List<AuditRecord>} the records of one. Plain
 * texts and numbers are left to {@code DomainContext.Global}, which a test adds if it needs them; hostile texts are in
 * {@link TextArbitraries}.
 *
 * @since 0.1
 */
public class CommandDomain extends DomainContextBase {
  /** Made by jqwik. */
  public CommandDomain() {}

  @Provide
  public Arbitrary<Command<?>> commands() {
    return CommandArbitraries.commands();
  }

  @Provide
  public Arbitrary<Immediate<?>> immediates() {
    return CommandArbitraries.immediates();
  }

  @Provide
  public Arbitrary<Confirmable<?>> confirmables() {
    return CommandArbitraries.confirmables();
  }

  @Provide
  public Arbitrary<ControlCommand> controlCommands() {
    return CommandArbitraries.controlCommands();
  }

  @Provide
  public Arbitrary<InspectNode> inspectNodes() {
    return CommandArbitraries.inspectNodes();
  }

  @Provide
  public Arbitrary<InspectWal> inspectWals() {
    return CommandArbitraries.inspectWals();
  }

  @Provide
  public Arbitrary<InspectSnapshots> inspectSnapshots() {
    return CommandArbitraries.inspectSnapshots();
  }

  @Provide
  public Arbitrary<RunDiagnostics> runDiagnostics() {
    return CommandArbitraries.runDiagnostics();
  }

  @Provide
  public Arbitrary<RequestPromotion> requestPromotions() {
    return CommandArbitraries.requestPromotions();
  }

  @Provide
  public Arbitrary<RequestDemotion> requestDemotions() {
    return CommandArbitraries.requestDemotions();
  }

  @Provide
  public Arbitrary<ForcePromotion> forcePromotions() {
    return CommandArbitraries.forcePromotions();
  }

  @Provide
  public Arbitrary<Operator> operators() {
    return CommandArbitraries.operators();
  }

  @Provide
  public Arbitrary<Reason> reasons() {
    return CommandArbitraries.reasons();
  }

  @Provide
  public Arbitrary<RequestId> requestIds() {
    return CommandArbitraries.requestIds();
  }

  @Provide
  public Arbitrary<CommandInput> inputs() {
    return CommandArbitraries.inputs();
  }

  @Provide
  public Arbitrary<NodeId> nodeIds() {
    return KernelArbitraries.nodeIds();
  }

  @Provide
  public Arbitrary<ClusterId> clusterIds() {
    return KernelArbitraries.clusterIds();
  }

  @Provide
  public Arbitrary<AuthorityEpoch> epochs() {
    return KernelArbitraries.epochs();
  }

  @Provide
  public Arbitrary<InvariantId> invariantIds() {
    return KernelArbitraries.invariantIds();
  }

  @Provide
  public Arbitrary<Page> pages() {
    return KernelArbitraries.pages();
  }

  @Provide
  public Arbitrary<WalPosition> walPositions() {
    return KernelArbitraries.walPositions();
  }

  @Provide
  public Arbitrary<MemberState> memberStates() {
    return KernelArbitraries.memberStates();
  }

  @Provide
  public Arbitrary<Finding> findings() {
    return KernelArbitraries.findings();
  }

  @Provide
  public Arbitrary<Assessment> assessments() {
    return KernelArbitraries.assessments();
  }

  @Provide
  public Arbitrary<ClusterState> clusterStates() {
    return ViewArbitraries.clusterStates();
  }

  @Provide
  public Arbitrary<ReplicationStatus> replicationStatuses() {
    return ViewArbitraries.replicationStatuses();
  }

  @Provide
  public Arbitrary<PromotionState> promotionStates() {
    return ViewArbitraries.promotionStates();
  }

  @Provide
  public Arbitrary<CompletedTransition> completedTransitions() {
    return KernelArbitraries.completedTransitions();
  }

  @Provide
  public Arbitrary<TransitionOrder> transitionOrders() {
    return KernelArbitraries.transitionOrders();
  }

  @Provide
  public Arbitrary<DiagnosticOrder> diagnosticOrders() {
    return KernelArbitraries.diagnosticOrders();
  }

  @Provide
  public Arbitrary<Json> json() {
    return AuditArbitraries.json();
  }

  @Provide
  public Arbitrary<AuditEvent> events() {
    return AuditArbitraries.events();
  }

  @Provide
  public Arbitrary<AuditRecord> records() {
    return AuditArbitraries.records();
  }

  @Provide
  public Arbitrary<ControlStatus> controlStatuses() {
    return AuditArbitraries.controlStatuses();
  }

  @Provide
  public Arbitrary<List<Append>> appends() {
    return AuditArbitraries.appends();
  }

  @Provide
  public Arbitrary<List<AuditRecord>> trails() {
    return AuditArbitraries.trails();
  }
}
