package io.aerodb.command.explain;

import static java.util.Objects.requireNonNull;

import io.aerodb.command.Command;
import io.aerodb.command.Operator;
import io.aerodb.command.RequestId;
import io.aerodb.kernel.ClusterId;

/**
 * Who asks for what, where: the frame of one request, the same in its explanation and in all of its records.
 *
 * @param cluster the cluster that is operated
 * @param origin the audit log's own name
 * @param session the session it came in
 * @param operator who asks
 * @param request the request's id
 * @param command what is asked for
 * @param <C> which command
 * @since 0.1
 */
public record RequestContext<C extends Command<?>>(ClusterId cluster, String origin, String session, Operator operator,
    RequestId request,
    C command) {
  public RequestContext {
    requireNonNull(cluster, "cluster");
    requireNonNull(origin, "origin");
    requireNonNull(session, "session");
    requireNonNull(operator, "operator");
    requireNonNull(request, "request");
    requireNonNull(command, "command");
  }

  /** The same frame around the command as its own type. */
  public <D extends Command<?>> RequestContext<D> with(D its) {
    return new RequestContext<>(cluster, origin, session, operator, request, its);
  }
}
