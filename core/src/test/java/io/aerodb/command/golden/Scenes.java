package io.aerodb.command.golden;

import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;

import io.aerodb.audit.RecoveryNotice;
import io.aerodb.audit.json.Json;
import io.aerodb.command.Command;
import io.aerodb.command.CommandInput;
import io.aerodb.command.CommandType;
import io.aerodb.command.Confirmable;
import io.aerodb.command.Immediate;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.SampleCommands;
import io.aerodb.command.explain.Explanation;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Reply;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.Reversibility;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WalPosition;
import io.aerodb.kernel.WritesAtRisk;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Renders the content of every golden file anew: each command explained, refused and carried out, and text meant to
 * deceive.
 */
public final class Scenes {
  private static final String HOSTILE =
      "safe\u202Eelbativeni\u2066\nCLUSTER  aero-9\u001B[2J\u0000\\u{41}\uD83D\uDE00\u2028'\"";

  private Scenes() {}

  /** Prints all of them as bytes, for a JVM that was started with other defaults. */
  public static void main(String[] args) throws IOException {
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    out.write(together(render()));
    out.flush();
  }

  static byte[] together(SortedMap<String, String> files) {
    return files.entrySet().stream().map(file -> "== " + file.getKey() + "\n" + file.getValue())
        .collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
  }

  /** Every file by name. */
  public static SortedMap<String, String> render() {
    var files = new TreeMap<String, String>();
    for (CommandType type : CommandType.values()) {
      explained(files, type.wireName(), fixture(type), SampleCommands.of(type));
      refused(files, type.wireName(), type);
    }
    explained(files, "hostile", hostile(), PlaneFixture.force("P6-A1", "P6-S1"));
    reply(files, "hostile.refusal", hostileRejection());
    reply(files, "unreadable", unreadable());
    return files;
  }

  private static PlaneFixture fixture(CommandType type) {
    var fixture = new PlaneFixture();
    if (type == CommandType.FORCE_PROMOTION) {
      fixture.cannotSeePrimary();
    }
    return fixture;
  }

  private static void explained(Map<String, String> files, String name, PlaneFixture fixture, Command<?> command) {
    Explanation explanation;
    Outcome<?> outcome;
    switch (command) {
      case Immediate<?> immediate -> {
        explanation = fixture.session.explain(id("r-1"), immediate);
        outcome = fixture.session.run(id("r-1"), immediate);
      }
      case Confirmable<?> confirmable -> {
        Proposal<?> proposal = fixture.propose("r-1", confirmable);
        files.put(name + ".challenge.txt", proposal.challenge().text());
        files.put(name + ".challenge.json", line(proposal.challenge().json()));
        explanation = proposal.explanation();
        outcome = fixture.session.confirm(proposal, yes(proposal));
      }
    }
    files.put(name + ".explanation.txt", explanation.text());
    files.put(name + ".explanation.json", line(explanation.json()));
    files.put(name + ".outcome.txt", outcome.text());
    files.put(name + ".outcome.json", line(outcome.json()));
    files.put(name + ".trail.jsonl",
        fixture.log.records().stream().map(record -> record + "\n").collect(Collectors.joining()));
  }

  private static void refused(Map<String, String> files, String name, CommandType type) {
    var fixture = new PlaneFixture();
    fixture.finds(SampleCluster.finding("P6-A1", Verdict.VIOLATED), SampleCluster.finding("P6-S1", Verdict.UNPROVABLE));
    fixture.kernel.rejects("estimate", "AERO_BUSY", "the cost can't be bounded now", "P6-F1");
    fixture.kernel.rejects(type.kernelAction(), "AERO_REFUSED", "the kernel refuses", "P6-F1");
    Reply<?> reply = switch (SampleCommands.of(type)) {
      case Immediate<?> immediate -> fixture.session.run(id("r-1"), immediate);
      case Confirmable<?> confirmable -> fixture.session.propose(id("r-1"), confirmable);
    };
    reply(files, name + ".refusal", (Outcome<?>) reply);
  }

  private static void reply(Map<String, String> files, String name, Outcome<?> outcome) {
    files.put(name + ".txt", outcome.text());
    files.put(name + ".json", line(outcome.json()));
  }

  private static PlaneFixture hostile() {
    var fixture = new PlaneFixture();
    var lied = Finding.builder().code("AERO_\u202E1A").invariant(new InvariantId("P6-A1")).verdict(Verdict.UNPROVABLE)
        .expected(HOSTILE).observed(HOSTILE).missingEvidence(HOSTILE).overridable(true).consequence(HOSTILE)
        .reversibility(Reversibility.IRREVERSIBLE).writesAtRisk(new WritesAtRisk.CannotBeTold(HOSTILE)).build();
    var lost = Finding.builder().code("AERO_LOST").invariant(new InvariantId("P6-S1")).verdict(Verdict.VIOLATED)
        .expected("n2 holds 900").observed("n2 holds 800").missingEvidence("").overridable(true)
        .consequence("Writes are lost.")
        .reversibility(Reversibility.IRREVERSIBLE)
        .writesAtRisk(new WritesAtRisk.Range(new WalPosition(800, 1), SampleCluster.POSITION)).build();
    fixture.finds(lied, lost);
    fixture.log.notice(new RecoveryNotice("notice-1", HOSTILE));
    return fixture;
  }

  private static Outcome<?> hostileRejection() {
    var fixture = new PlaneFixture();
    fixture.kernel.rejects("requestPromotion", "AERO_\u202E", HOSTILE);
    return fixture.runs("r-1", PlaneFixture.PROMOTION);
  }

  private static Outcome<?> unreadable() {
    var fixture = new PlaneFixture();
    var input = CommandInput.of(Optional.of("\u202E"), Optional.of("force_promotion"),
        Map.of("replica", List.of("n2 "), "reason", List.of(HOSTILE), "overrides", List.of("all", "all"), "yes",
            List.of()));
    return (Outcome<?>) fixture.session.submit(input);
  }

  private static String line(Json json) {
    return json.canonical() + "\n";
  }
}
