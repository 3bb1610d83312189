package io.aerodb.command.session;

import io.aerodb.command.confirm.Challenge;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.explain.Explanation;
import io.aerodb.command.explain.PlanBasis;
import java.util.List;
import java.util.Optional;

/** What came of planning a command. */
sealed interface Plan {
  /** It can be proposed. */
  record Ready(PlanBasis planning, Explanation explanation, Challenge challenge) implements Plan {}

  /** It can't; the explanation is there if the kernel was read. */
  record Refused(List<CommandError> errors, Optional<Explanation> explanation) implements Plan {}
}
