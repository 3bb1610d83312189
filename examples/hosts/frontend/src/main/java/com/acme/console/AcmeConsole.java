package com.acme.console;

import io.aerodb.command.CommandInput;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.confirm.Demand;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.TreeMap;

/** A frontend that reads each request as a line of JSON, shows what has to be confirmed and asks whoever typed it. */
public final class AcmeConsole {
  private final Session session;
  private final BufferedReader keyboard;
  private final PrintStream screen;

  public AcmeConsole(Session session, BufferedReader keyboard, PrintStream screen) {
    this.session = session;
    this.keyboard = keyboard;
    this.screen = screen;
  }

  /** Until nothing more is typed. */
  public void run() throws IOException {
    for (String json = keyboard.readLine(); json != null; json = keyboard.readLine()) {
      Outcome<?> outcome = switch (session.submit(CommandInput.parse(json))) {
        case Outcome<?> done -> done;
        case Proposal<?> asked -> answer(asked);
      };
      screen.println(outcome.text());
    }
  }

  /** Nothing typed is a no: only a person says yes. */
  private Outcome<?> answer(Proposal<?> asked) throws IOException {
    screen.println(asked.explanation().text());
    var answers = new TreeMap<String, String>();
    for (Demand demand : asked.challenge().demands()) {
      screen.print(demand.text() + "\n> ");
      screen.flush();
      String typed = keyboard.readLine();
      if (typed == null) {
        return session.refuse(asked);
      }
      answers.put(demand.id(), typed);
    }
    return session.confirm(asked, new Acknowledgement(asked.challenge().digest(), answers));
  }
}
