package io.aerodb.console.prompt;

import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.confirm.Demand;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Session;
import io.aerodb.console.print.Printer;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Shows a proposal to a person, asks for each thing that must be typed, and hands over what was typed. */
public final class ConfirmationPrompt {
  private final Printer printer;
  private final LinePrompter prompter;

  /** A prompt that shows with the one and asks with the other. */
  public ConfirmationPrompt(Printer printer, LinePrompter prompter) {
    this.printer = printer;
    this.prompter = prompter;
  }

  /** Asks a person about a proposal; an answer that does not come is a no. */
  public <R> Outcome<R> about(Proposal<R> asked, Session session) {
    printer.text(asked.explanation().text());
    List<Demand> demands = asked.challenge().demands();
    printer.text(
        "\nNothing happens unless each of these " + demands.size() + " is typed exactly, until " + asked.validUntil()
            + ".\nEnter alone at the first, or Ctrl-C at any, declines.\n");
    var answers = new TreeMap<String, String>();
    for (Demand demand : demands) {
      printer.text(demand.text() + "\n");
      Optional<String> typed = prompter.answer();
      if (typed.isEmpty() || (answers.isEmpty() && typed.get().isEmpty())) {
        return session.refuse(asked);
      }
      answers.put(demand.id(), typed.get());
    }
    return session.confirm(asked, new Acknowledgement(asked.challenge().digest(), answers));
  }
}
