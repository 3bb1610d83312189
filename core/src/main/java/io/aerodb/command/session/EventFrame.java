package io.aerodb.command.session;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.json.Json;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.Operator;
import io.aerodb.command.RequestId;
import io.aerodb.command.explain.RequestContext;
import java.time.Instant;
import java.util.Optional;

/** What all records of one request have in common. */
record EventFrame(String clock, String cluster, String session, Optional<Operator> operator,
    Optional<RequestId> request,
    Optional<Json.Obj> command, boolean control) {

  static EventFrame of(String clock, RequestContext<?> context) {
    return new EventFrame(clock, context.cluster().value(), context.session(), Optional.of(context.operator()),
        Optional.of(context.request()), Optional.of(context.command().json()),
        context.command() instanceof ControlCommand);
  }

  /** A record that stands beside a request and never advances it. */
  EventFrame beside() {
    return new EventFrame(clock, cluster, session, operator, Optional.empty(), command, control);
  }

  AuditEvent event(Instant now, StageBody entry) {
    return AuditEvent.builder().stage(entry.stage()).requestId(request.map(RequestId::value)).time(now).clock(clock)
        .cluster(cluster)
        .session(session).operator(operator.map(Operator::name)).authority(operator.map(who -> who.authority().label()))
        .command(command)
        .control(control).body(entry.body()).build();
  }
}
