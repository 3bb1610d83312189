package io.aerodb.testkit.audit;

import static io.aerodb.testkit.audit.LogDuty.ALL_OR_NOTHING;
import static io.aerodb.testkit.audit.LogDuty.CLAIMED_FOR_EVER;
import static io.aerodb.testkit.audit.LogDuty.CLAIMED_ONCE;
import static io.aerodb.testkit.audit.LogDuty.CLAIM_ATOMIC;
import static io.aerodb.testkit.audit.LogDuty.CLAIM_NEEDED;
import static io.aerodb.testkit.audit.LogDuty.CLAIM_SHARED;
import static io.aerodb.testkit.audit.LogDuty.CLOSED_IS_CLOSED;
import static io.aerodb.testkit.audit.LogDuty.CONTROL_CONFIRMED;
import static io.aerodb.testkit.audit.LogDuty.CONTROL_STATUS_SURVIVES;
import static io.aerodb.testkit.audit.LogDuty.CONTROL_STATUS_TRUE;
import static io.aerodb.testkit.audit.LogDuty.DUPLICATE_BESIDE;
import static io.aerodb.testkit.audit.LogDuty.DURABLE_FIRST;
import static io.aerodb.testkit.audit.LogDuty.FACT_OR_THROW;
import static io.aerodb.testkit.audit.LogDuty.FAILURE_CLOSES;
import static io.aerodb.testkit.audit.LogDuty.FENCE_ATOMIC;
import static io.aerodb.testkit.audit.LogDuty.FENCE_KEPT;
import static io.aerodb.testkit.audit.LogDuty.GRAMMAR_KEPT;
import static io.aerodb.testkit.audit.LogDuty.INTERRUPT_KEPT;
import static io.aerodb.testkit.audit.LogDuty.LINES_VERBATIM;
import static io.aerodb.testkit.audit.LogDuty.MISUSE_ANSWERED;
import static io.aerodb.testkit.audit.LogDuty.NAME_KEPT;
import static io.aerodb.testkit.audit.LogDuty.NOTHING_MADE_UP;
import static io.aerodb.testkit.audit.LogDuty.NOTHING_PURGED;
import static io.aerodb.testkit.audit.LogDuty.NOTICES_STAY;
import static io.aerodb.testkit.audit.LogDuty.ONE_CLUSTER;
import static io.aerodb.testkit.audit.LogDuty.ONE_TIME;
import static io.aerodb.testkit.audit.LogDuty.QUERIES_ANSWER;
import static io.aerodb.testkit.audit.LogDuty.QUERIES_CHANGE_NOTHING;
import static io.aerodb.testkit.audit.LogDuty.RECEIPTS_MATCH;
import static io.aerodb.testkit.audit.LogDuty.SAME_REQUEST;
import static io.aerodb.testkit.audit.LogDuty.TAMPERING_SEEN;
import static io.aerodb.testkit.audit.LogDuty.TOTAL_ORDER;
import static io.aerodb.testkit.audit.LogDuty.UNRESOLVED_BLOCKS;

import io.aerodb.audit.AuditLog;
import io.aerodb.testkit.Arrangement;
import io.aerodb.testkit.Arrangement.Arranged;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The logs that are wrong on purpose, each with the duty that it breaks and the tests that find it. The first of them
 * is the one whose message names that duty.
 */
enum WrongLogs {
  NAMES_THE_NEWEST_CLAIM(CLAIMED_ONCE, Since.EVER, WrongAppends::namesTheNewestClaim,
      "a_claim_stays_with_a_request_that_was_rejected",
      "who_claims_a_taken_id_is_told_the_record_that_took_it",
      "a_claim_survives_restarts"),
  FORGETS_CLAIMS(CLAIMED_FOR_EVER, Since.RESTART, WrongAppends::forgetsClaims,
      "a_claim_survives_restarts"),
  JUDGES_CLAIMS_IN_EACH_THREAD(CLAIM_ATOMIC, Since.EVER, WrongAppends::judgesClaimsInEachThread,
      "of_many_threads_that_claim_one_id_one_gets_it",
      "of_threads_that_claim_many_ids_each_id_goes_to_one"),
  IS_OPENED_TWICE(CLAIM_SHARED, Since.EVER, real -> real,
      "a_second_instance_sees_every_claim_or_is_kept_out",
      "of_instances_that_claim_one_id_at_once_one_gets_it"),
  IGNORES_THE_FENCE(FENCE_KEPT, Since.EVER, WrongAppends::ignoresTheFence,
      "a_dispatch_that_nobody_has_seen_stops_the_next_one_and_is_named",
      "a_fence_that_names_a_dispatch_that_never_was_is_refused",
      "of_many_threads_that_dispatch_past_one_fence_one_does"),
  JUDGES_FENCES_IN_EACH_THREAD(FENCE_ATOMIC, Since.EVER, WrongAppends::judgesFencesInEachThread,
      "of_many_threads_that_dispatch_past_one_fence_one_does"),
  WRITES_HALF_AN_APPEND(ALL_OR_NOTHING, Since.EVER, WrongAppends::writesHalfAnAppend,
      "an_append_that_is_refused_leaves_nothing_behind"),
  ACCEPTS_ANY_STAGE(GRAMMAR_KEPT, Since.EVER, WrongAppends::acceptsAnyStage,
      "a_stage_of_a_control_command_follows_what_the_grammar_names",
      "a_stage_of_a_read_only_command_follows_what_the_grammar_names",
      "an_append_that_is_refused_leaves_nothing_behind"),
  CLAIMS_WITHOUT_BEING_ASKED(CLAIM_NEEDED, Since.EVER, WrongAppends::claimsWithoutBeingAsked,
      "a_request_without_its_claim_is_refused",
      "a_stage_of_a_control_command_follows_what_the_grammar_names",
      "a_stage_of_a_read_only_command_follows_what_the_grammar_names"),
  ACCEPTS_UNCONFIRMED_DISPATCHES(CONTROL_CONFIRMED, Since.EVER, WrongAppends::acceptsUnconfirmedDispatches,
      "a_control_command_is_not_dispatched_without_a_confirmation",
      "a_stage_of_a_control_command_follows_what_the_grammar_names"),
  DISPATCHES_PAST_UNRESOLVED(UNRESOLVED_BLOCKS, Since.EVER, WrongAppends::dispatchesPastUnresolved,
      "nothing_is_dispatched_past_a_request_of_which_nobody_knows",
      "nothing_is_dispatched_past_a_request_without_an_end"),
  MIXES_REQUESTS(SAME_REQUEST, Since.EVER, WrongAppends::mixesRequests,
      "every_stage_has_the_operator_the_command_and_the_control_flag_of_its_request"),
  ACCEPTS_ANY_DUPLICATE(DUPLICATE_BESIDE, Since.EVER, WrongAppends::acceptsAnyDuplicate,
      "a_duplicate_names_the_record_that_claimed_the_id"),
  ORDERS_BY_THE_CLOCK(TOTAL_ORDER, Since.EVER, WrongTrails::ordersByTheClock,
      "a_clock_that_steps_back_moves_no_record",
      "a_page_follows_the_page_before_it"),
  LEAVES_A_GAP(TOTAL_ORDER, Since.EVER, WrongTrails::leavesAGap,
      "appends_of_many_threads_stand_in_one_order_without_gaps"),
  SWAPS_RECEIPTS(RECEIPTS_MATCH, Since.EVER, WrongAppends::swapsReceipts,
      "each_event_has_the_receipt_of_its_own_record"),
  ROUNDS_TIMES(LINES_VERBATIM, Since.EVER, WrongTrails::roundsTimes,
      "a_line_is_what_the_event_encoded",
      "texts_in_any_script_are_kept_as_they_are",
      "a_confirmation_that_names_another_resolves_nothing",
      "a_dispatch_without_an_end_is_unresolved",
      "a_duplicate_never_moves_the_request",
      "an_end_of_which_nobody_knows_leaves_it_unresolved",
      "each_event_has_the_receipt_of_its_own_record",
      "who_claims_a_taken_id_is_told_the_record_that_took_it"),
  ROUNDS_TIMES_ONCE_REOPENED(LINES_VERBATIM, Since.RESTART, WrongTrails::roundsTimes,
      "lines_are_the_same_after_a_restart",
      "a_restart_writes_nothing_and_a_missing_end_stays_missing",
      "of_a_batch_that_was_cut_off_nothing_is_made_up",
      "the_first_record_of_a_log_survives_a_loss_of_power",
      "what_was_answered_as_durable_survives_a_loss_of_power",
      "what_was_answered_to_many_at_once_survives_a_loss_of_power"),
  ACKNOWLEDGES_BEFORE_IT_IS_DURABLE(DURABLE_FIRST, Since.EVER, real -> real,
      "the_first_record_of_a_log_survives_a_loss_of_power",
      "what_was_answered_as_durable_survives_a_loss_of_power",
      "what_was_answered_to_many_at_once_survives_a_loss_of_power"),
  ENDS_WHAT_WAS_OPEN(NOTHING_MADE_UP, Since.RESTART, WrongAppends::endsWhatWasOpen,
      "a_restart_writes_nothing_and_a_missing_end_stays_missing",
      "what_is_unresolved_stays_so_over_a_restart",
      "what_was_answered_as_durable_survives_a_loss_of_power"),
  CALLS_THE_UNKNOWN_NOT_WRITTEN(FACT_OR_THROW, Since.EVER, WrongAppends::callsTheUnknownNotWritten,
      "a_force_that_fails_is_no_success"),
  CALLS_THE_UNKNOWN_DURABLE(FACT_OR_THROW, Since.EVER, WrongAppends::callsTheUnknownDurable,
      "a_force_that_fails_is_no_success",
      "a_write_that_fails_half_way_is_no_success"),
  GOES_ON_AFTER_A_FAILURE(FAILURE_CLOSES, Since.EVER, WrongAppends::goesOnAfterAFailure,
      "after_a_force_that_failed_nothing_more_is_written",
      "after_a_write_that_failed_nothing_more_is_written"),
  DOES_NOT_ASK_FOR_THE_OPERATOR(QUERIES_ANSWER, Since.EVER, WrongTrails::doesNotAskForTheOperator,
      "a_query_by_operator_finds_that_operator"),
  ENDS_WITH_THE_END(QUERIES_ANSWER, Since.EVER, WrongTrails::endsWithTheEnd,
      "a_query_by_time_begins_with_its_start_and_ends_before_its_end"),
  RECORDS_ITS_QUERIES(QUERIES_CHANGE_NOTHING, Since.EVER, WrongTrails::recordsItsQueries,
      "no_query_changes_anything"),
  MIXES_CLUSTERS(ONE_CLUSTER, Since.EVER, WrongAppends::mixesClusters,
      "a_log_of_one_cluster_takes_no_record_of_another",
      "an_append_of_two_clusters_is_refused_and_binds_nothing"),
  MIXES_TIMES(ONE_TIME, Since.EVER, WrongAppends::mixesTimes,
      "an_append_of_two_times_is_refused"),
  FORGETS_UNKNOWN_ENDS(CONTROL_STATUS_TRUE, Since.EVER, WrongTrails::forgetsUnknownEnds,
      "an_end_of_which_nobody_knows_leaves_it_unresolved"),
  FORGETS_WHAT_IS_UNRESOLVED(CONTROL_STATUS_SURVIVES, Since.RESTART, WrongTrails::forgetsWhatIsUnresolved,
      "what_is_unresolved_stays_so_over_a_restart"),
  FORGETS_THE_FENCE(CONTROL_STATUS_SURVIVES, Since.RESTART, WrongTrails::forgetsTheFence,
      "what_is_unresolved_stays_so_over_a_restart",
      "what_was_acknowledged_stays_so_over_a_restart"),
  TELLS_NOTICES_ONCE(NOTICES_STAY, Since.RESTART, WrongTrails::tellsNoticesOnce,
      "what_recovery_found_is_told_until_it_is_acknowledged_by_id"),
  SWALLOWS_THE_INTERRUPT(INTERRUPT_KEPT, Since.EVER, WrongAppends::swallowsTheInterrupt,
      "an_interrupted_caller_gets_the_answer_and_keeps_the_interrupt"),
  WRITES_AFTER_THE_CLOSE(CLOSED_IS_CLOSED, Since.EVER, WrongAppends::writesAfterTheClose,
      "a_closed_log_writes_nothing_and_says_so"),
  IS_EMPTY_WHEN_CLOSED(CLOSED_IS_CLOSED, Since.EVER, WrongTrails::isEmptyWhenClosed,
      "a_closed_log_does_not_answer_as_if_it_were_empty"),
  KEEPS_THE_NEWEST_ONLY(NOTHING_PURGED, Since.EVER, WrongTrails::keepsTheNewestOnly,
      "appends_of_many_threads_stand_in_one_order_without_gaps",
      "the_oldest_record_stays_readable"),
  IS_RENAMED(NAME_KEPT, Since.RESTART, WrongTrails::isRenamed,
      "a_log_keeps_its_name_and_its_place_over_a_restart"),
  BELIEVES_ITSELF(TAMPERING_SEEN, Since.EVER, WrongTrails::believesItself,
      "a_record_that_was_changed_is_found"),
  THROWS_ON_MISUSE(MISUSE_ANSWERED, Since.EVER, WrongAppends::throwsOnMisuse,
      "an_append_without_events_is_not_written");

  /** When a double is wrong. */
  private enum Since {
    EVER,
    RESTART
  }

  private final LogDuty duty;
  // List.of made it.
  private final List<String> fails;
  private final Since since;
  private final UnaryOperator<AuditLog> wrong;

  WrongLogs(LogDuty duty, Since since, UnaryOperator<AuditLog> wrong, String... fails) {
    this.duty = duty;
    this.since = since;
    this.wrong = wrong;
    this.fails = List.of(fails);
  }

  LogDuty duty() {
    return duty;
  }

  List<String> fails() {
    return fails;
  }

  /** A journal that is wrong in this way. */
  AuditLogFixture fixture(Path directory) {
    if (this == IS_OPENED_TWICE) {
      return new TwiceOpenFixture(directory);
    }
    PowerDisk disk = this == ACKNOWLEDGES_BEFORE_IT_IS_DURABLE ? new LyingDisk() : new PowerDisk();
    return new ForwardingLogFixture(new JournalFixture(directory.resolve("log"), disk), this);
  }

  AuditLog log(AuditLog real, boolean reopened) {
    return since == Since.EVER || reopened ? wrong.apply(real) : real;
  }

  /** A disk that says it forced records, and did not. */
  private static final class LyingDisk extends PowerDisk {
    @Override
    long reach(Path file, long size) {
      return file.toString().endsWith(".jsonl") ? 0 : size;
    }
  }

  /** A fixture that lets a second instance write beside the first, which does not see it. */
  private static final class TwiceOpenFixture extends JournalFixture {
    private final Path directory;

    TwiceOpenFixture(Path directory) {
      super(directory.resolve("log"), new PowerDisk());
      this.directory = directory;
    }

    @Override
    public Arrangement<AuditLog> arrange(LogScenario scenario) {
      return scenario == LogScenario.SECOND_INSTANCE
          ? new Arranged<>(new JournalFixture(directory.resolve("second"), new PowerDisk()).log())
          : super.arrange(scenario);
    }
  }
}
