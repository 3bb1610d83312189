package io.aerodb.command.session;

import io.aerodb.command.RequestId;

/** What a session is at; moved by compare-and-set only. */
sealed interface Cell {
  record Free() implements Cell {}

  record Planning(RequestId request) implements Cell {}

  record Asked(Proposal<?> proposal) implements Cell {}

  record Closed() implements Cell {}
}
