package io.aerodb.testkit.audit;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Receipt;
import io.aerodb.audit.Stage;
import io.aerodb.testkit.Arrangement.Arranged;
import io.aerodb.testkit.Arrangement.Denied;
import io.aerodb.testkit.Arrangement.Impossible;
import io.aerodb.testkit.fault.Callers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The log of a test that runs, with helpers that append to it, read it and judge its answers. */
final class LogTestContext implements AutoCloseable {
  static final Precondition NONE = new Precondition.None();

  private final AuditLogFixture fixture;
  private AuditLog log;

  LogTestContext(AuditLogFixture fixture) {
    this.fixture = fixture;
    this.log = fixture.log();
  }

  AuditLog log() {
    return log;
  }

  /** Brings the scenario about and goes on with its log, or skips the test with the host's reason. */
  void arrange(LogScenario scenario) {
    log = switch (fixture.arrange(scenario)) {
      case Arranged<AuditLog>(AuditLog next) -> next;
      case Impossible<AuditLog>(String reason) -> Assumptions.abort(impossible(scenario, reason));
      case Denied<AuditLog> denied -> throw new AssertionError("the fixture answered " + scenario + " with " + denied
          + ", which is an answer to SECOND_INSTANCE alone: what the log throws has to reach the test");
    };
  }

  /** A second instance beside the log, empty when that keeps it out; skips the test with the host's reason. */
  Optional<AuditLog> second() {
    return switch (fixture.arrange(LogScenario.SECOND_INSTANCE)) {
      case Arranged<AuditLog>(AuditLog other) -> Optional.of(other);
      case Impossible<AuditLog>(String reason) ->
          Assumptions.abort(impossible(LogScenario.SECOND_INSTANCE, reason));
      case Denied<AuditLog>(String message) -> {
        LogDuty.CLAIM_SHARED.require(!message.isBlank(), "a second instance was kept out without a word");
        yield Optional.empty();
      }
    };
  }

  private static String impossible(LogScenario scenario, String reason) {
    return "scenario " + scenario + " can't be arranged: " + reason;
  }

  static Precondition claim(String request) {
    return new Precondition.Unclaimed(request);
  }

  static Precondition fence(long sequence) {
    return new Precondition.LastControlDispatch(sequence);
  }

  Appended append(Precondition precondition, EventDraft... drafts) {
    return append(log, precondition, List.of(drafts));
  }

  static Appended append(AuditLog log, Precondition precondition, List<EventDraft> drafts) {
    return log.append(precondition, drafts.stream().map(EventDraft::event).toList());
  }

  /** Records what nothing stands against. */
  List<Receipt> durable(Precondition precondition, EventDraft... drafts) {
    return durable(precondition, List.of(drafts));
  }

  List<Receipt> durable(Precondition precondition, List<EventDraft> drafts) {
    return receipts(append(log, precondition, drafts));
  }

  List<Receipt> durableEvents(AuditEvent... events) {
    return receipts(log.append(NONE, List.of(events)));
  }

  /** A request of a read-only command. */
  void requested(String request) {
    durable(claim(request), EventDraft.read(Stage.REQUESTED, request));
  }

  /** A request that has come so far. */
  void upTo(Stage stage, String request, boolean control) {
    durable(claim(request), EventDraft.upTo(stage, request, control));
  }

  /** What each of them is answered when all append at the same moment; an append that throws breaks a duty. */
  static List<Appended> atOnce(List<Callable<Appended>> appends) throws InterruptedException {
    var answers = new ArrayList<Appended>();
    for (Future<Appended> append : Callers.atOnce(appends)) {
      try {
        answers.add(append.get());
      } catch (ExecutionException e) {
        throw LogDuty.FACT_OR_THROW.broken("nothing failed, but an append threw " + e.getCause());
      }
    }
    return answers;
  }

  static List<Receipt> receipts(Appended answer) {
    if (answer instanceof Appended.Durable(List<Receipt> receipts)) {
      return receipts;
    }
    throw LogDuty.GRAMMAR_KEPT.broken("nothing stands against it, but the answer is " + answer);
  }

  /** Proves that it is not written, and that nothing of it is there. */
  void refused(LogDuty duty, String what, Precondition precondition, EventDraft... drafts) {
    List<AuditRecord> before = all();
    Appended answer = append(precondition, drafts);
    duty.require(answer instanceof Appended.NotWritten, what + " was answered with " + answer);
    duty.require(all().equals(before), what + " was answered with " + answer + ", and the log went from "
        + before.size() + " records to " + all().size());
  }

  List<AuditRecord> all() {
    return all(log);
  }

  static List<AuditRecord> all(AuditTrail trail) {
    return trail.read(AuditQuery.builder().limit(AuditQuery.MAX_LIMIT).build());
  }

  AuditRecord record(long sequence) {
    return all().stream().filter(record -> record.sequence() == sequence).findFirst()
        .orElseThrow(() -> LogDuty.NOTHING_PURGED.broken("sequence " + sequence + " can't be read back"));
  }

  static List<String> lines(Stream<AuditRecord> records) {
    return records.map(AuditRecord::toString).toList();
  }

  @Override
  public void close() throws IOException {
    fixture.close();
  }
}
