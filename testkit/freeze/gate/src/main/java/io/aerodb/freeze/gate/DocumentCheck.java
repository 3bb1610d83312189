package io.aerodb.freeze.gate;

import java.util.ArrayList;
import java.util.List;

/** Whether the model document says of each command what the library says, and holds an audit entry for it (CM-11.2). */
final class DocumentCheck {
  private final ClosedSet library;
  private final ModelDocument document;

  DocumentCheck(ClosedSet library, ModelDocument document) {
    this.library = library;
    this.document = document;
  }

  List<Gap> gaps() {
    var gaps = new ArrayList<Gap>();
    for (CommandRow command : library.commands()) {
      row(command, gaps);
      admission(command.command(), gaps);
    }
    document.rows().stream().map(CommandRow::command).filter(name -> !library.hasCommand(name))
        .forEach(name -> gaps.add(gap(name, "the model document describes a command that the library does not have")));
    document.admissions().stream().map(ModelDocument.Admission::command).filter(name -> !library.hasCommand(name))
        .forEach(name -> gaps.add(gap(name, "the model document admits a command that the library does not have")));
    return gaps;
  }

  private void row(CommandRow command, List<Gap> gaps) {
    List<CommandRow> rows =
        document.rows().stream().filter(row -> row.command().equals(command.command())).toList();
    if (!rows.equals(List.of(command))) {
      gaps.add(gap(command.command(), "the model document must hold exactly the row | " + command.command() + " | "
          + command.commandClass() + " | " + command.confirmation() + " | " + command.authority() + " | "
          + command.kernelAction() + " | but holds " + rows));
    }
  }

  private void admission(String command, List<Gap> gaps) {
    List<ModelDocument.Admission> entries =
        document.admissions().stream().filter(entry -> entry.command().equals(command)).toList();
    if (entries.size() != 1 || !entries.getFirst().isComplete()) {
      gaps.add(gap(command, "the model document must hold exactly one audit entry, with date, person and reason, that "
          + "admits the command, but holds " + entries));
    }
  }

  private static Gap gap(String command, String what) {
    return new Gap(Gap.Kind.DOCUMENT_DIFFERS, command, command + ": " + what);
  }
}
