package io.aerodb.audit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.json.Json;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests what an event is refused for: each refusal names the field, the value and what is legal (AU-3). */
class EventChecksTest {
  private static final ImmutableAuditEvent GOOD = copy(Events.read(Stage.REQUESTED, "r-1"));

  @ParameterizedTest
  @EnumSource(Stage.class)
  @Covers("AU-3")
  @CoversViolation("P7-O3")
  void every_stage_needs_each_of_its_members(Stage stage) {
    AuditEvent good = Events.builder(stage, "r-1", stage != Stage.NOT_ANSWERED).build();

    for (String member : stage.requiredMembers()) {
      refused(good, e -> e.withBody(without(e.body(), member)),
          "body." + member + " is absent but must be present at stage " + stage.label());
    }
  }

  @Test
  void ids_have_one_form() {
    refused(GOOD, e -> e.withRequestId(""), "request is '' but must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    refused(GOOD, e -> e.withRequestId("-r"), "request is '-r' but must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    refused(GOOD, e -> e.withRequestId("r\u00e9"),
        "request is 'r\u00e9' but must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    refused(GOOD, e -> e.withRequestId("r-1\n"), "request is 'r-1\n' but must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    refused(GOOD, e -> e.withCluster("a b"), "cluster is 'a b' but must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    refused(
        GOOD,
        e -> e.withCluster("x".repeat(65)),
        "cluster is '" + "x".repeat(39) + "…' but must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    assertThatCode(() -> GOOD.withRequestId("x".repeat(64))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void only_a_rejection_may_lack_a_request_id(Stage stage) {
    AuditEvent good = Events.builder(stage, "r-1", stage != Stage.NOT_ANSWERED).build();
    if (stage == Stage.REJECTED) {
      assertThatCode(() -> copy(good).withRequestId(Optional.empty())).doesNotThrowAnyException();
    } else {
      refused(good, e -> e.withRequestId(Optional.empty()),
          "request is absent but must be present at stage " + stage.label());
    }
  }

  @Test
  void texts_have_1_to_500_characters_and_no_lone_surrogate() {
    refused(GOOD, e -> e.withClock(""), "clock is 0 characters but must hold 1 to 500 characters");
    refused(GOOD, e -> e.withSession("x".repeat(501)), "session is 501 characters but must hold 1 to 500 characters");
    refused(GOOD, e -> e.withOperator(""), "operator is 0 characters but must hold 1 to 500 characters");
    refused(GOOD, e -> e.withAuthority("x".repeat(501)),
        "authority is 501 characters but must hold 1 to 500 characters");
    refused(GOOD, e -> e.withOperator("a\ud800b"), "operator is a text with a lone surrogate but must hold none");
    refused(GOOD, e -> e.withClock("\ud800"), "clock is a text with a lone surrogate but must hold none");
    refused(GOOD, e -> e.withClock("\udfff"), "clock is a text with a lone surrogate but must hold none");
    assertThatCode(() -> GOOD.withOperator("\ud83d\ude00".repeat(250))).doesNotThrowAnyException();
  }

  @Test
  @Covers("AT-6")
  void operator_and_authority_come_together_and_lack_only_where_nobody_was_named() {
    refused(GOOD, e -> e.withAuthority(Optional.empty()),
        "authority is absent but must be present exactly when operator is");
    AuditEvent nobody = Events.unreadable();
    refused(nobody, e -> e.withAuthority("OPERATOR"),
        "authority is present but must be present exactly when operator is");
    refused(nobody, e -> e.withRequestId("r-1"), "operator is absent but must be present at stage rejected");
    assertThatCode(() -> copy(Events.duplicate("r-1", 1))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void a_command_is_absent_only_where_input_may_be_unreadable(Stage stage) {
    AuditEvent good = Events.builder(stage, "r-1", stage != Stage.NOT_ANSWERED).build();
    switch (stage) {
      case REQUESTED, REJECTED, DUPLICATE ->
          assertThatCode(() -> copy(good).withCommand(Optional.empty())).doesNotThrowAnyException();
      case PROPOSED, REFUSED, ABANDONED, STALE, CONFIRMED, DISPATCHED, EXECUTED, KERNEL_REJECTED, NOT_ANSWERED, UNKNOWN,
          NOT_SENT ->
          refused(good, e -> e.withCommand(Optional.empty()),
              "command is absent but must be present at stage " + stage.label());
    }
  }

  @Test
  void a_command_has_a_name_and_arguments() {
    refused(GOOD, e -> e.withCommand(Json.Obj.EMPTY), "command.name is absent but must be a string");
    refused(GOOD, e -> e.withCommand(Json.object().put("name", 1).build()),
        "command.name is an integer but must be a string");
    refused(
        GOOD,
        e -> e.withCommand(Json.object().put("name", "x").put("arguments", true).build()),
        "command.arguments is a boolean but must be an object");
  }

  @Test
  @Covers("AU-2")
  void the_end_of_a_command_fits_its_kind() {
    refused(Events.read(Stage.NOT_ANSWERED, "r-1"), e -> e.withControl(true),
        "control is true but must be false at stage not-answered");
    refused(Events.control(Stage.UNKNOWN, "r-1"), e -> e.withControl(false),
        "control is false but must be true at stage unknown");
  }

  @Test
  void a_duplicate_names_a_sequence() {
    refused(Events.duplicate("r-1", 1), e -> e.withBody(Events.body(Stage.DUPLICATE, 0)),
        "body.first is 0 but must be a sequence, 1 or more");
    refused(
        Events.duplicate("r-1", 1),
        e -> e.withBody(with(e.body(), "first", new Json.Str("1"))),
        "body.first is a string but must be a sequence, 1 or more");
  }

  @Test
  void what_was_acknowledged_can_be_read_by_every_log() {
    AuditEvent good = Events.control(Stage.CONFIRMED, "r-1");
    refused(good, e -> e.withBody(with(e.body(), "acknowledged", new Json.Arr(List.of()))),
        "body.acknowledged is an array but must be an object");
    for (String member : List.of("checks", "recovery", "unresolved")) {
      refused(good, e -> e.withBody(acknowledged(e.body(), member, new Json.Str("x"))),
          "body.acknowledged." + member + " is a string but must be an array of strings");
      refused(
          good,
          e -> e.withBody(acknowledged(e.body(), member, new Json.Arr(List.of(new Json.Int(1))))),
          "body.acknowledged." + member + " is an array but must be an array of strings");
    }
    refused(good, e -> e.withBody(acknowledged(e.body(), "settled", new Json.Bool(true))),
        "body.acknowledged.settled is a boolean but must be an object of strings");
    Json settled = Json.object().put("r-1", 1).build();
    refused(good, e -> e.withBody(acknowledged(e.body(), "settled", settled)),
        "body.acknowledged.settled is an object but must be an object of strings");
  }

  @Test
  void nothing_is_recorded_that_is_too_deep_to_be_read_again() {
    Json deep = new Json.Int(1);
    for (int i = 0; i < 61; i++) {
      deep = new Json.Arr(List.of(deep));
    }
    Json.Obj fits = Json.object().put("confirmation", deep).build();
    Json.Obj tooDeep = Json.object().put("confirmation", new Json.Arr(List.of(deep))).build();

    assertThatCode(() -> AuditRecord.parse(GOOD.withBody(fits).line("log-1", 1))).doesNotThrowAnyException();
    refused(GOOD, e -> e.withBody(tooDeep), "body is deeper than 63 levels but must be at most that deep");
    Json.Obj command = Json.object().put("arguments", tooDeep).put("name", "x").build();
    refused(GOOD, e -> e.withCommand(command), "command is deeper than 63 levels but must be at most that deep");
  }

  private static void refused(AuditEvent good, UnaryOperator<ImmutableAuditEvent> change, String message) {
    ImmutableAuditEvent copy = copy(good);
    assertThatThrownBy(() -> change.apply(copy)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static ImmutableAuditEvent copy(AuditEvent event) {
    return (ImmutableAuditEvent) ImmutableAuditEvent.copyOf(event);
  }

  private static Json.Obj without(Json.Obj object, String member) {
    var members = new TreeMap<>(object.members());
    members.remove(member);
    return new Json.Obj(members);
  }

  private static Json.Obj with(Json.Obj object, String member, Json value) {
    var members = new TreeMap<>(object.members());
    members.put(member, value);
    return new Json.Obj(members);
  }

  private static Json.Obj acknowledged(Json.Obj body, String member, Json value) {
    return with(body, "acknowledged", with(body.object("acknowledged").orElseThrow(), member, value));
  }
}
