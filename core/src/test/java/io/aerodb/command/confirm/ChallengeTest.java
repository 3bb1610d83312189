package io.aerodb.command.confirm;

import static io.aerodb.command.doubles.PlaneFixture.DEMOTION;
import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.force;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.json.Json;
import io.aerodb.audit.json.JsonFormatException;
import io.aerodb.audit.merkle.Sha256;
import io.aerodb.audit.store.MemoryAuditLog;
import io.aerodb.command.Authority;
import io.aerodb.command.Confirmable;
import io.aerodb.command.Reason;
import io.aerodb.command.RequestPromotion;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.ScriptedKernel;
import io.aerodb.command.doubles.WatchedLog;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Proposal;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.Reversibility;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WritesAtRisk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Proves CF-2, CF-4, CF-8, CM-6.3a, CM-8.3: each demand is answered by name with values of this very explanation. */
class ChallengeTest {
  private final PlaneFixture fixture = new PlaneFixture();

  private Challenge challenge(Confirmable<?> command) {
    return new PlaneFixture(fixture.kernel, WatchedLog.empty()).propose("r-1", command).challenge();
  }

  private static List<String> demands(Challenge challenge) {
    return challenge.demands().stream().filter(d -> !d.id().equals("code")).map(d -> d.id() + "=" + d.expected())
        .toList();
  }

  @Test
  void each_kind_of_command_has_its_demands() {
    assertThat(demands(challenge(new RunDiagnostics(DiagnosticScope.DEEP)))).containsExactly("action=run_diagnostics",
        "scope=deep");
    assertThat(demands(challenge(PROMOTION))).containsExactly("action=request_promotion", "target=n2");
    assertThat(demands(challenge(DEMOTION))).containsExactly("action=request_demotion", "target=n1");
  }

  @Test
  @Covers({"CM-6.3a", "CF-8"})
  void a_force_demands_each_overridden_check_by_name_the_risk_and_a_signature() {
    fixture.finds(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE), SampleCluster.finding("P6-S1", Verdict.VIOLATED));

    assertThat(demands(challenge(force("P6-A1", "P6-S1")))).containsExactly("action=force_promotion", "target=n2",
        "override:AERO_P6_A1=P6-A1", "override:AERO_P6_S1=P6-S1", "risk=accept risk", "responsibility=ann");
  }

  @Test
  @Covers({"CF-2", "CM-9.2"})
  void each_request_that_nobody_can_settle_is_demanded_by_its_own_id() {
    fixture.kernel.fails("requestPromotion", new IllegalStateException("gone"));
    fixture.runs("r-0", new RequestPromotion(SampleCluster.N3, PlaneFixture.REASON));

    assertThat(demands(fixture.propose("r-1", PROMOTION).challenge())).containsExactly("action=request_promotion",
        "target=n2", "unresolved:r-0=r-0");
  }

  @Test
  void the_code_has_six_characters_and_follows_from_the_digest() {
    Challenge challenge = challenge(PROMOTION);
    Demand code = challenge.demands().getLast();
    long bits = Long.parseLong(challenge.digest().substring(0, 8), 16) >>> 2;
    var expected = new StringBuilder();
    for (int shift = 25; shift >= 0; shift -= 5) {
      expected.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt((int) (bits >>> shift) & 31));
    }

    assertThat(code.id()).isEqualTo("code");
    assertThat(code.expected()).isEqualTo(expected.toString()).hasSize(6);
    assertThat(challenge.digest()).matches("[0-9a-f]{64}");
  }

  /** The document that a digest is of, with one place changed at a time. */
  private static Set<Json> mutations(Json value) {
    var mutated = new HashSet<Json>();
    switch (value) {
      case Json.Str(String text) -> mutated.add(new Json.Str(text + "x"));
      case Json.Int(long number) -> mutated.add(new Json.Int(number + 1));
      case Json.Bool(boolean truth) -> mutated.add(new Json.Bool(!truth));
      case Json.Arr(List<Json> items) -> {
        for (int i = 0; i < items.size(); i++) {
          for (Json item : mutations(items.get(i))) {
            var copy = new ArrayList<>(items);
            copy.set(i, item);
            mutated.add(new Json.Arr(copy));
          }
          var shorter = new ArrayList<>(items);
          shorter.remove(i);
          mutated.add(new Json.Arr(shorter));
        }
      }
      case Json.Obj object -> object.members().forEach((name, member) -> {
        mutations(member).forEach(other -> mutated.add(with(object, name, other)));
        var without = new TreeMap<>(object.members());
        without.remove(name);
        mutated.add(new Json.Obj(without));
      });
    }
    return mutated;
  }

  private static Json.Obj with(Json.Obj object, String name, Json member) {
    var copy = new TreeMap<>(object.members());
    copy.put(name, member);
    return new Json.Obj(copy);
  }

  private static String digest(Json document, String textSha256) {
    byte[] bound = Json.object().put("document", document).put("textSha256", textSha256).build().bytes();
    byte[] domain = "aerodb-challenge-v1\0".getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(domain, domain.length + bound.length);
    System.arraycopy(bound, 0, all, domain.length, bound.length);
    return HexFormat.of().formatHex(Sha256.of(all));
  }

  @Test
  @CoversViolation("CF-4")
  void the_digest_covers_the_whole_explanation_and_changes_with_each_part_of_it() {
    fixture.cannotSeePrimary();
    Proposal<?> proposal = fixture.propose("r-1", force("P6-A1"));
    String textSha256 = proposal.explanation().textSha256();
    Set<Json> mutations = mutations(proposal.explanation().document());

    assertThat(proposal.challenge().digest()).isEqualTo(digest(proposal.explanation().document(), textSha256));
    assertThat(mutations).hasSizeGreaterThan(150);
    var digests = new HashSet<String>();
    mutations.forEach(mutation -> digests.add(digest(mutation, textSha256)));
    assertThat(digests).hasSize(mutations.size()).doesNotContain(proposal.challenge().digest());
    assertThat(digest(proposal.explanation().document(), "0".repeat(64))).isNotEqualTo(proposal.challenge().digest());
  }

  @Test
  @CoversViolation("CF-4")
  void whoever_and_whatever_differs_has_another_digest() {
    var digests = new HashSet<String>();
    digests.add(fixture.propose("r-1", PROMOTION).challenge().digest());
    digests.add(new PlaneFixture().propose("r-2", PROMOTION).challenge().digest());
    digests.add(new PlaneFixture().propose("r-1", new RequestPromotion(SampleCluster.N3, PlaneFixture.REASON))
        .challenge().digest());
    digests.add(new PlaneFixture().propose("r-1", new RequestPromotion(SampleCluster.N2, new Reason("x"))).challenge()
        .digest());
    digests
        .add(PlaneFixture
            .asked(new PlaneFixture().session("bob", Authority.OPERATOR).propose(PlaneFixture.id("r-1"), PROMOTION))
            .challenge()
            .digest());
    var later = new PlaneFixture();
    later.clock.move(Duration.ofNanos(1));
    digests.add(later.propose("r-1", PROMOTION).challenge().digest());
    var elsewhere = new PlaneFixture(new ScriptedKernel(), new WatchedLog(MemoryAuditLog.of("other")));
    digests.add(elsewhere.propose("r-1", PROMOTION).challenge().digest());

    assertThat(digests).hasSize(7);
    assertThat(new PlaneFixture().propose("r-1", PROMOTION).challenge().digest()).as("and the same has the same")
        .isIn(digests);
  }

  @Test
  @CoversViolation({"CF-4", "CF-8", "CM-6.3a"})
  void an_acknowledgement_is_accepted_exactly_when_the_maps_are_equal() {
    fixture.cannotSeePrimary();
    Challenge challenge = challenge(force("P6-A1"));
    Acknowledgement yes = yes(challenge);

    assertThat(AcknowledgementCheck.differences(challenge, yes)).isEmpty();
    for (String id : yes.answers().keySet()) {
      for (String wrong : List.of("", yes.answers().get(id) + " ", " " + yes.answers().get(id),
          yes.answers().get(id).toLowerCase(Locale.ROOT) + "x", "yes", "y", "*")) {
        var answers = new TreeMap<>(yes.answers());
        answers.put(id, wrong);
        assertThat(codes(challenge, new Acknowledgement(yes.digest(), answers)))
            .containsExactly(ErrorCode.ACKNOWLEDGEMENT_WRONG);
      }
      var without = new TreeMap<>(yes.answers());
      without.remove(id);
      assertThat(codes(challenge, new Acknowledgement(yes.digest(), without)))
          .containsExactly(ErrorCode.ACKNOWLEDGEMENT_INCOMPLETE);
    }
  }

  @Test
  void more_than_asked_another_digest_and_nothing_at_all_are_told_completely() {
    Challenge challenge = challenge(PROMOTION);
    var more = new TreeMap<>(yes(challenge).answers());
    more.put("force", "true");

    assertThat(codes(challenge, new Acknowledgement(challenge.digest(), more)))
        .containsExactly(ErrorCode.ACKNOWLEDGEMENT_UNASKED);
    assertThat(codes(challenge, new Acknowledgement("0".repeat(64), yes(challenge).answers())))
        .containsExactly(ErrorCode.ACKNOWLEDGEMENT_OF_ANOTHER);
    assertThat(codes(challenge, new Acknowledgement("", new TreeMap<>()))).containsExactlyInAnyOrder(
        ErrorCode.ACKNOWLEDGEMENT_OF_ANOTHER, ErrorCode.ACKNOWLEDGEMENT_INCOMPLETE,
        ErrorCode.ACKNOWLEDGEMENT_INCOMPLETE, ErrorCode.ACKNOWLEDGEMENT_INCOMPLETE);
  }

  private static List<ErrorCode> codes(Challenge challenge, Acknowledgement given) {
    return AcknowledgementCheck.differences(challenge, given).stream().map(CommandError::code).toList();
  }

  @Test
  void an_acknowledgement_as_json_has_one_form() {
    Acknowledgement yes = yes(challenge(PROMOTION));

    assertThat(Acknowledgement.parse(yes.json().canonical())).isEqualTo(yes);
    assertThatThrownBy(() -> Acknowledgement.parse("{")).isInstanceOf(JsonFormatException.class);
    for (String other : List.of("[]", "{}", "{\"digest\":\"\"}", "{\"answers\":{},\"digest\":1}",
        "{\"answers\":[],\"digest\":\"\"}", "{\"answers\":{\"a\":true},\"digest\":\"\"}",
        "{\"answers\":{},\"digest\":\"\",\"force\":true}")) {
      assertThatThrownBy(() -> Acknowledgement.parse(other)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  @Covers("CF-8")
  void two_checks_of_one_invariant_are_two_demands() {
    var second = Finding.builder().code("AERO_SECOND")
        .invariant(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE).invariant()).verdict(Verdict.VIOLATED)
        .expected("x")
        .observed("y").missingEvidence("").overridable(true).consequence("z")
        .writesAtRisk(new WritesAtRisk.None())
        .reversibility(Reversibility.IRREVERSIBLE).build();
    fixture.finds(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE), second);

    assertThat(demands(challenge(force("P6-A1")))).contains("override:AERO_P6_A1=P6-A1", "override:AERO_SECOND=P6-A1");
  }
}
