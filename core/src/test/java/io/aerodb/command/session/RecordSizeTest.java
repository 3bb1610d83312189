package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.store.MemoryAuditLog;
import io.aerodb.command.Authority;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.Operator;
import io.aerodb.command.Reason;
import io.aerodb.command.RequestPromotion;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.doubles.HandClock;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.ScriptedKernel;
import io.aerodb.command.doubles.WatchedLog;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.explain.Explanation;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WalPosition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Proves AU-10, CF-9: nothing is proposed whose text does not fit a record, and the record of an end always fits. */
class RecordSizeTest {
  private static final Reason WIDEST = new Reason("\u20AC".repeat(500));
  private static final String LONG_ID = "n".repeat(60);

  private static List<MemberState> members(int count) {
    var members = new ArrayList<MemberState>();
    for (int i = 0; i < count; i++) {
      members.add(MemberState.Reachable.builder().node(new NodeId(LONG_ID + (1000 + i)))
          .replication(i == 0 ? SampleCluster.PRIMARY : SampleCluster.REPLICA)
          .position(new WalPosition(123_456_789, 987_654_321_000L))
          .build());
    }
    return members;
  }

  private static PlaneFixture ofMembers(int count) {
    PlaneFixture fixture = new PlaneFixture();
    fixture.kernel.completes("assess", a -> {
      Assessment.Builder builder =
          SampleCluster.bare((Transition) a.get(0), (NodeId) a.get(1)).epoch(SampleCluster.EPOCH)
              .addAllMembers(members(count)).addAllFindings(SampleCluster.findings());
      members(count).forEach(m -> builder.putRolesAfter(m.node(), new RoleAfter.Becomes(SampleCluster.REPLICA)));
      return builder.build();
    });
    return fixture;
  }

  @Test
  void two_hundred_and_fifty_six_members_with_the_longest_ids_fit() {
    PlaneFixture fixture = ofMembers(256);

    Outcome<?> outcome = fixture.runs("r-1", new RequestPromotion(new NodeId(LONG_ID + "1001"), PlaneFixture.REASON));

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(outcome.trail()).isInstanceOf(RecordStatus.Recorded.class);
  }

  @Test
  @CoversViolation("P7-O3")
  void more_than_fits_is_refused_before_anything() {
    PlaneFixture fixture = ofMembers(400);

    ProposeResult<?> planned =
        fixture.session.propose(id("r-1"), new RequestPromotion(new NodeId(LONG_ID + "1001"), PlaneFixture.REASON));

    assertThat(PlaneFixture.codes(planned)).containsExactly(ErrorCode.EXPLANATION_TOO_LARGE);
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "rejected");
    assertThat(fixture.session.openProposal()).isEmpty();
  }

  @Test
  void a_view_of_a_thousand_members_is_recorded_by_hash_length_and_beginning() {
    PlaneFixture fixture = new PlaneFixture();
    fixture.kernel.completes("inspectClusterState",
        a -> ClusterState.builder().cluster(SampleCluster.CLUSTER).epoch(SampleCluster.EPOCH)
            .addAllMembers(members(1000)).build());

    Outcome<?> outcome = fixture.session.run(id("r-1"), new InspectClusterState());

    var response = fixture.log.newest().event().body().object("response").orElseThrow();
    assertThat(outcome.trail()).isInstanceOf(RecordStatus.Recorded.class);
    assertThat(response.members().keySet()).containsExactly("length", "sha256", "summary");
    assertThat(response.text("summary").orElseThrow().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(4096);
  }

  /** Everything that a person and a log may make long is as long as is legal, in the characters that encode longest. */
  private static Session widestSession(PlaneFixture fixture) {
    ControlPlane plane = ControlPlane.on(fixture.kernel, fixture.log).clock(new HandClock(), "\u20AC".repeat(500))
        .random(new Random(1)).open();
    return plane.session(new Operator("\u20AC".repeat(500), Authority.OPERATOR));
  }

  private static PlaneFixture widest() {
    return new PlaneFixture(new ScriptedKernel(), new WatchedLog(MemoryAuditLog.of("\u0001".repeat(500))));
  }

  /** The largest explanation that is proposed, to the byte: evidence is added until one byte more would be refused. */
  private static Proposal<?> largest(PlaneFixture fixture, Session session) {
    int fits = 0;
    for (int step = 32_768, attempt = 0; step > 0; step /= 2, attempt++) {
      fixture.finds(evidence(fits + step));
      ProposeResult<?> planned =
          session.propose(id("r-" + (100 + attempt)), new RequestPromotion(SampleCluster.N2, WIDEST));
      if (planned instanceof Proposal<?> proposal) {
        fits += step;
        session.refuse(proposal);
      }
    }
    fixture.finds(evidence(fits));
    return PlaneFixture.asked(session.propose(id("r-999"), new RequestPromotion(SampleCluster.N2, WIDEST)));
  }

  private static Finding[] evidence(int bytes) {
    var found = new ArrayList<Finding>();
    for (int left = bytes; left > 0; left -= 950) {
      found.add(TooLarge.satisfied("AERO_CHECK_" + (100 + found.size()), "y".repeat(Math.min(left, 950))));
    }
    return found.toArray(Finding[]::new);
  }

  @Test
  @Covers("AU-10")
  void the_largest_explanation_can_be_refused_on_record_with_as_much_as_is_ever_kept() {
    PlaneFixture fixture = widest();
    Session session = widestSession(fixture);
    Proposal<?> proposal = largest(fixture, session);
    var answers = new TreeMap<String, String>();
    for (int i = 0; i < 32; i++) {
      answers.put("unasked " + i, "z".repeat(105));
    }

    Outcome<?> outcome = session.confirm(proposal, new Acknowledgement("0".repeat(64), answers));

    assertThat(proposal.explanation().document().bytes().length).isGreaterThan(Explanation.MAX_BYTES - 200);
    assertThat(outcome.trail()).as(outcome.text()).isInstanceOf(RecordStatus.Recorded.class);
    var body = fixture.log.newest().event().body();
    assertThat(body.get("given").orElseThrow().bytes().length).isBetween(3500, 4096);
    assertThat(body.get("errors").orElseThrow().bytes().length).isBetween(5000, 6144);
  }

  @Test
  @Covers("AU-10")
  void the_largest_explanation_can_go_stale_on_record() {
    PlaneFixture fixture = widest();
    Session session = widestSession(fixture);
    Proposal<?> proposal = largest(fixture, session);
    fixture.finds(SampleCluster.findingBuilder("P6-S1", Verdict.VIOLATED).overridable(false).build());

    Outcome<?> outcome = session.confirm(proposal, yes(proposal));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.CONFIRMATION_STALE);
    assertThat(outcome.trail()).as(outcome.text()).isInstanceOf(RecordStatus.Recorded.class);
  }
}
