package io.aerodb.command;

import io.aerodb.audit.json.Json;
import io.aerodb.command.error.Detail;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.PromotionState;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * {@code inspect_promotion_state}: where the promotion and demotion state machines stand (CM-4.4).
 *
 * @since 0.1
 */
public record InspectPromotionState() implements InspectionCommand<PromotionState> {
  static final CommandDefinition DEFINITION =
      new CommandDefinition("inspect_promotion_state", CommandClass.INSPECTION, ConfirmationKind.NONE,
          "Shows where the promotion and demotion state machines stand, and the newest completed transition.",
          "inspectPromotionState", List.of(),
          CommandDefinition.CHANGES_NOTHING, arguments -> new InspectPromotionState());

  @Override
  public CommandType type() {
    return CommandType.INSPECT_PROMOTION_STATE;
  }

  @Override
  public Class<PromotionState> resultType() {
    return PromotionState.class;
  }

  @Override
  public Optional<NodeId> target() {
    return Optional.empty();
  }

  @Override
  public SortedMap<String, List<String>> arguments() {
    return Collections.emptySortedMap();
  }

  @Override
  public String sentence() {
    return "Read where the promotion and demotion state machines stand.";
  }

  @Override
  public ClusterId clusterOf(PromotionState answer) {
    return answer.cluster();
  }

  @Override
  public Json.Obj answerJson(PromotionState answer) {
    return KernelJson.of(answer);
  }

  @Override
  public List<Detail> mismatches(PromotionState answer) {
    return List.of();
  }
}
