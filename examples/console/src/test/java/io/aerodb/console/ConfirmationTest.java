package io.aerodb.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import io.aerodb.audit.json.Json;
import io.aerodb.audit.merkle.Sha256;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.NodeId;
import io.aerodb.sim.ClusterEvent;
import io.aerodb.testkit.terminal.ScriptedOperator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a person at a terminal confirms, and what is typed is what counts. */
@Timeout(60)
final class ConfirmationTest {
  private static final String[] PROMOTION = {"request_promotion", "--replica", "n2", "--reason", "n1 is gone"};

  @TempDir
  Path root;
  private ConsoleFixture console;

  @BeforeEach
  void losePrimary() {
    console = new ConsoleFixture(root);
    console.loses("n1");
  }

  @Test
  @CoversViolation("CM-8.3")
  void the_console_explains_and_abandons_a_command_without_a_terminal() {
    ConsoleFixture.Seen seen = console.pipes(PROMOTION);

    assertThat(seen.code()).isEqualTo(3);
    assertThat(seen.out()).contains("abandoned").contains("Recorded as record 3");
    assertThat(console.stages()).containsExactly(Stage.REQUESTED, Stage.PROPOSED, Stage.ABANDONED);
    assertThat(console.primary()).contains(new NodeId("n1"));
  }

  @Test
  void the_console_shows_the_explanation_byte_for_byte() {
    ConsoleFixture.Seen seen = console.pipes(PROMOTION);

    assertThat(sha256Of(seen.out()))
        .isEqualTo(console.records().get(1).event().body().text("textSha256").orElseThrow());
  }

  private static String sha256Of(String out) {
    String text = out.substring(out.indexOf('\n') + 1, out.indexOf("\nNOT EXECUTED: abandoned"));
    return HexFormat.of()
        .formatHex(
            Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--yes", "-y", "--force", "--no-confirm", "--confirm=yes", "--assume-yes", "--code", "yes"})
  @CoversViolation("CF-10")
  void no_flag_confirms(String flag) {
    var words = new ArrayList<>(List.of(PROMOTION));
    words.add(flag);

    ConsoleFixture.Seen after = console.pipes(words.toArray(String[]::new));
    ConsoleFixture.Seen before = console.pipes(flag, "request_promotion", "--replica", "n2", "--reason", "n1 is gone");

    assertThat(after.code()).isEqualTo(2);
    assertThat(after.out()).contains("ARGUMENT_UNKNOWN").contains(flag);
    assertThat(before.code()).isEqualTo(2);
    assertThat(console.stages()).doesNotContain(Stage.PROPOSED, Stage.DISPATCHED);
    assertThat(console.primary()).contains(new NodeId("n1"));
  }

  @Test
  void without_a_terminal_the_json_holds_the_proposal_and_says_it_is_over() {
    ConsoleFixture.Seen seen = console.pipes(Stream.concat(Stream.of("--output", "json"),
        Stream.of(PROMOTION)).toArray(String[]::new));

    var document = (Json.Obj) Json.parse(seen.out().strip());
    assertThat(seen.code()).isEqualTo(3);
    assertThat(document.text("outcome")).contains("abandoned");
    assertThat(document.object("proposal").flatMap(p -> p.object("explanation"))).isPresent();
    assertThat(document.object("trail")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\u0003", "\u0004", "n\u0003"})
  @CoversViolation({"CF-2", "CF-7"})
  void enter_alone_and_an_interrupt_decline(String keys) {
    ConsoleFixture.Seen seen = console.types(person -> {
      person.question();
      person.presses(keys);
    }, PROMOTION);

    assertThat(seen.code()).isEqualTo(3);
    assertThat(seen.out()).contains("CONFIRMATION_DECLINED");
    assertThat(console.stages()).endsWith(Stage.PROPOSED, Stage.REFUSED);
  }

  @Test
  @CoversViolation("CF-7")
  void an_interrupt_at_the_last_question_declines() {
    console.types(person -> {
      String question = person.question();
      while (!ScriptedOperator.isLast(question)) {
        person.types(ScriptedOperator.answerTo(question));
        question = person.question();
      }
      person.presses(ScriptedOperator.answerTo(question) + "\u0003");
    }, PROMOTION);

    assertThat(console.stages()).endsWith(Stage.PROPOSED, Stage.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {" request_promotion", "request_promotion ", "!!", "!$", "request_promotion\\",
      "'request_promotion", "\"x", "REQUEST_PROMOTION",
      "ä€"})
  void the_session_gets_an_answer_as_it_was_typed(String typed) {
    ConsoleFixture.Seen seen = console.types(person -> {
      person.question();
      person.types(typed);
      person.confirms();
    }, PROMOTION);

    AuditRecord refused = console.records().getLast();
    assertThat(seen.code()).isEqualTo(3);
    assertThat(refused.event().stage()).isEqualTo(Stage.REFUSED);
    assertThat(
        refused.event().body().object("given").flatMap(given -> given.object("answers")).flatMap(a -> a.text("action")))
        .contains(typed);
    assertThat(console.primary()).contains(new NodeId("n1"));
  }

  @Test
  void the_session_refuses_an_empty_later_answer_as_given() {
    console.types(person -> {
      person.types(ScriptedOperator.answerTo(person.question()));
      person.question();
      person.types("");
      person.confirms();
    }, PROMOTION);

    assertThat(console.records().getLast().event().body().object("given").flatMap(given -> given.object("answers"))
        .flatMap(a -> a.text("target")))
        .contains("");
  }

  @Test
  @CoversViolation("CF-3")
  void a_change_after_the_explanation_makes_it_stale() {
    ConsoleFixture.Seen seen =
        console.types(person -> person.confirms(() -> console.happens(new ClusterEvent.Return(new NodeId("n1")))),
            PROMOTION);

    assertThat(seen.code()).isEqualTo(3);
    assertThat(console.stages()).endsWith(Stage.STALE);
  }

  @Test
  @CoversViolation("CM-9.1")
  void the_same_request_again_is_a_duplicate() {
    String[] words = {"--request", "promote-1", "request_promotion", "--replica", "n2", "--reason", "n1 is gone"};
    console.types(ScriptedOperator::confirms, words);

    ConsoleFixture.Seen again = console.types(person -> {}, words);

    assertThat(again.code()).isEqualTo(3);
    assertThat(again.out()).contains("DUPLICATE_REQUEST").contains("executed");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80})
  void a_narrow_terminal_changes_nothing_that_is_read_or_typed(int columns) {
    ConsoleFixture.Seen seen = console.withTerminal("ansi", columns).types(ScriptedOperator::confirms, PROMOTION);

    assertThat(seen.code()).isZero();
    assertThat(console.primary()).contains(new NodeId("n2"));
  }

  @Test
  void a_terminal_that_cannot_move_its_cursor_suffices() {
    assertThat(console.withTerminal("dumb", 80).types(person -> {
      person.question();
      person.presses("x\u0003");
    }, PROMOTION).out()).contains("CONFIRMATION_DECLINED").doesNotContain("\u001b[3");
    assertThat(console.types(ScriptedOperator::confirms, PROMOTION).code()).isZero();
  }

  @Test
  @CoversViolation({"AT-1", "CM-2.1", "CM-2.5"})
  void the_trail_records_the_refusal_of_an_observer_and_of_nobody() {
    assertThat(new ConsoleFixture(root.resolve("other")).withAuthority("observer").pipes(PROMOTION).code())
        .isEqualTo(3);
    assertThat(console.withAuthority("root").pipes(PROMOTION).code()).isEqualTo(2);
    assertThat(console.stages()).containsExactly(Stage.REJECTED);
  }
}
