package io.aerodb.command.session;

import io.aerodb.command.RequestId;

/** What a session is doing; moved by compare-and-set only. */
sealed interface SessionState {
  record Idle() implements SessionState {}

  record Planning(RequestId request) implements SessionState {}

  record AwaitingAnswer(Proposal<?> proposal) implements SessionState {}

  record Closed() implements SessionState {}
}
