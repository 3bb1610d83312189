package io.aerodb.freeze.gate;

import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.gate.Table.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is proved by what, for a person to read. */
final class Matrix {
  private final RuleList rules;
  private final Optional<ClosedSet> library;
  private final Evidence evidence;

  Matrix(RuleList rules, Optional<ClosedSet> library, Evidence evidence) {
    this.rules = rules;
    this.library = library;
    this.evidence = evidence;
  }

  List<Table> tables() {
    var tables = new ArrayList<Table>();
    library.ifPresent(set -> tables.add(commands(set)));
    tables.add(rules());
    library.ifPresent(set -> tables.add(codes(set)));
    return tables;
  }

  private Table commands(ClosedSet set) {
    List<String> header =
        Stream.concat(Stream.of("command"), Arrays.stream(Aspect.values()).map(Aspect::name)).toList();
    return new Table("Commands and their aspects", header, set.commands().stream().map(this::command).toList());
  }

  private List<Cell> command(CommandRow row) {
    return Stream.concat(Stream.of(Cell.of(row.command())), Arrays.stream(Aspect.values()).map(aspect -> {
      Cell tests =
          Cell.of(evidence.passed(test -> test.claims().contains(row.command() + "/" + aspect)), true);
      boolean noneApplies = aspect == Aspect.CONFIRMATION_REFUSAL && row.confirmation().equals("none");
      return noneApplies && !tests.gap() ? new Cell("none applies: " + tests.text(), tests.tests(), false) : tests;
    })).toList();
  }

  private Table rules() {
    return new Table("Rules and their tests", List.of("rule", "what must hold", "proved by", "attacked by"),
        rules.rules().stream().map(rule -> {
          String reason = rules.untestable().get(rule.id());
          boolean needed = reason == null;
          List<TestRecord> attacks = evidence.passed(test -> test.claims().contains("!" + rule.id()));
          List<TestRecord> proofs = evidence.passed(test -> test.claims().contains(rule.id()));
          return List.of(Cell.of(rule.id()),
              Cell.of(needed ? rule.text() : rule.text() + " (untestable: " + reason + ")"),
              Cell.of(proofs, needed && attacks.isEmpty()), Cell.of(attacks, needed && rule.attacked()));
        }).toList());
  }

  private Table codes(ClosedSet set) {
    return new Table("Error codes and the tests that saw the library produce them", List.of("code", "produced in"),
        set.codes().stream()
            .map(code -> List.of(Cell.of(code), Cell.of(evidence.passed(test -> test.codes().contains(code)), true)))
            .toList());
  }
}
