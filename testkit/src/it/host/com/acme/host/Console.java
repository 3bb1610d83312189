package com.acme.host;

import io.aerodb.command.CommandInput;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.confirm.Demand;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Session;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A frontend: it shows, and gives what was typed. */
final class Console {
  private final Session session;
  private final UnaryOperator<String> person;

  Console(Session session, UnaryOperator<String> person) {
    this.session = session;
    this.person = person;
  }

  Outcome<?> run(String json) {
    return switch (session.submit(CommandInput.parse(json))) {
      case Outcome<?> done -> done;
      case Proposal<?> asked -> session.confirm(asked, answer(asked));
    };
  }

  private Acknowledgement answer(Proposal<?> asked) {
    var answers = new TreeMap<String, String>();
    for (Demand demand : asked.challenge().demands()) {
      answers.put(demand.id(), person.apply(demand.text()));
    }
    return new Acknowledgement(asked.challenge().digest(), answers);
  }
}
