package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.command.doubles.HandClock;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.ScriptedKernel;
import io.aerodb.command.doubles.WatchedLog;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves CF-2, CF-3, AU-4: an expired proposal ends when somebody answers it, and time never confirms one. */
class ValidityTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 599_999_999_999L, 600_000_000_000L})
  @Covers("CF-3")
  void until_its_last_instant_it_can_be_confirmed(long nanos) {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    fixture.clock.move(Duration.ofNanos(nanos));

    assertThat(fixture.session.confirm(proposal, yes(proposal))).isInstanceOf(Outcome.Executed.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 600_000_000_001L})
  @CoversViolation("CF-3")
  void outside_of_it_a_yes_is_stale(long nanos) {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    fixture.clock.move(Duration.ofNanos(nanos));

    Outcome<?> outcome = fixture.session.confirm(proposal, yes(proposal));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.CONFIRMATION_EXPIRED);
    assertThat(fixture.log.stages("r-1")).endsWith("stale");
    assertThat(fixture.kernel.calls()).containsExactly("assess");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 600_001})
  @CoversViolation("CF-3")
  void a_clock_that_steps_while_the_dispatch_is_recorded_ends_it_not_sent(long millis) {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    fixture.clock.moveAfterReading(Duration.ofMillis(millis));

    Outcome<?> outcome = fixture.session.confirm(proposal, yes(proposal));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.CONFIRMATION_EXPIRED);
    assertThat(fixture.log.stages("r-1")).endsWith("dispatched", "not-sent");
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation("CF-2")
  void time_alone_changes_nothing() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);

    fixture.clock.move(Duration.ofDays(400));

    assertThat(fixture.session.openProposal()).contains(proposal);
    assertThat(fixture.log.appends()).isEqualTo(1);
    assertThat(proposal.explanation().text()).as("still readable").contains("promote".substring(1));
  }

  @Test
  @Covers("AU-4")
  void a_clock_that_steps_back_does_not_reorder_the_trail() {
    fixture.runs("r-1", PROMOTION);
    fixture.clock.move(Duration.ofDays(-3));
    fixture.runs("r-2", PROMOTION);

    assertThat(fixture.log.records()).extracting(r -> r.sequence()).isSorted();
    assertThat(fixture.log.stages("r-2")).endsWith("executed");
    assertThat(fixture.log.newest().event().time()).isBefore(HandClock.START);
  }

  @Test
  void a_host_sets_one_to_sixty_minutes_and_nothing_else() {
    var builder = ControlPlane.on(new ScriptedKernel(), WatchedLog.empty());

    builder.validity(Duration.ofMinutes(1)).validity(Duration.ofMinutes(60));

    assertThatThrownBy(() -> builder.validity(Duration.ofSeconds(59))).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT59S").hasMessageContaining("PT1M");
    assertThatThrownBy(() -> builder.validity(Duration.ofMinutes(61))).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uD800", "bidi\u202E", "line\nfeed"})
  void a_clock_name_that_no_record_could_carry_is_refused_when_it_is_given(String name) {
    var builder = ControlPlane.on(new ScriptedKernel(), WatchedLog.empty());

    assertThatThrownBy(() -> builder.clock(new HandClock(), name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.clock(new HandClock(), "x".repeat(501)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
