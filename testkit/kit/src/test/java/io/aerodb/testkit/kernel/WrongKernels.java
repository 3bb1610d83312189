package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelDuty.ANSWERED_AS_ASKED;
import static io.aerodb.testkit.kernel.KernelDuty.ANSWER_NAMES_ORDER;
import static io.aerodb.testkit.kernel.KernelDuty.AUTHORITY_MOVED;
import static io.aerodb.testkit.kernel.KernelDuty.CEILING_KEPT;
import static io.aerodb.testkit.kernel.KernelDuty.CHECKED_IN_THE_ACT;
import static io.aerodb.testkit.kernel.KernelDuty.CLOSE_CHANGES_NOTHING;
import static io.aerodb.testkit.kernel.KernelDuty.CLUSTER_NAMED;
import static io.aerodb.testkit.kernel.KernelDuty.COMPLETE_VIEWS;
import static io.aerodb.testkit.kernel.KernelDuty.CONSISTENT_VIEWS;
import static io.aerodb.testkit.kernel.KernelDuty.DEMOTION_LEAVES_NOBODY;
import static io.aerodb.testkit.kernel.KernelDuty.DENIED_IS_REFUSED;
import static io.aerodb.testkit.kernel.KernelDuty.EPOCH_COMPARED;
import static io.aerodb.testkit.kernel.KernelDuty.EPOCH_NEVER_RETURNS;
import static io.aerodb.testkit.kernel.KernelDuty.EPOCH_STEADY;
import static io.aerodb.testkit.kernel.KernelDuty.EVIDENCE_WITH_EFFECT;
import static io.aerodb.testkit.kernel.KernelDuty.EXACT_IDS;
import static io.aerodb.testkit.kernel.KernelDuty.FIRST_RESULT_AGAIN;
import static io.aerodb.testkit.kernel.KernelDuty.FORCE_KEEPS_THE_REST;
import static io.aerodb.testkit.kernel.KernelDuty.FORCE_LIFTS_NAMED;
import static io.aerodb.testkit.kernel.KernelDuty.IN_PROGRESS_SEEN;
import static io.aerodb.testkit.kernel.KernelDuty.MEANINGLESS_REFUSED;
import static io.aerodb.testkit.kernel.KernelDuty.NOTHING_CACHED;
import static io.aerodb.testkit.kernel.KernelDuty.NOTHING_FILLED_IN;
import static io.aerodb.testkit.kernel.KernelDuty.NOT_GUESSED;
import static io.aerodb.testkit.kernel.KernelDuty.NOT_REFUSED;
import static io.aerodb.testkit.kernel.KernelDuty.ONE_OF_MANY;
import static io.aerodb.testkit.kernel.KernelDuty.OTHER_CLUSTER_REJECTED;
import static io.aerodb.testkit.kernel.KernelDuty.OTHER_DIGEST_REJECTED;
import static io.aerodb.testkit.kernel.KernelDuty.PAGES_KEPT;
import static io.aerodb.testkit.kernel.KernelDuty.READS_CHANGE_NOTHING;
import static io.aerodb.testkit.kernel.KernelDuty.REJECTION_FORM;
import static io.aerodb.testkit.kernel.KernelDuty.REQUIRED_CHECKS;
import static io.aerodb.testkit.kernel.KernelDuty.RIGHT_METHOD;
import static io.aerodb.testkit.kernel.KernelDuty.ROLES_COME_TRUE;
import static io.aerodb.testkit.kernel.KernelDuty.SAME_STATE_SAME_WORD;
import static io.aerodb.testkit.kernel.KernelDuty.SETTLED_TRULY;
import static io.aerodb.testkit.kernel.KernelDuty.UNKNOWN_NOT_REFUSED;
import static io.aerodb.testkit.kernel.KernelDuty.UNPROVABLE_SAID;
import static io.aerodb.testkit.kernel.KernelDuty.VIOLATED_SAID;
import static io.aerodb.testkit.kernel.KernelDuty.WITHIN_BOUND;

import io.aerodb.kernel.Kernel;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The kernels that are wrong on purpose, each with the duty that it breaks and the tests that find it. The first of
 * them is the one whose message names that duty.
 */
enum WrongKernels {
  HIDES_UNREADABLE_MEMBERS(COMPLETE_VIEWS, WrongViews::hidesUnreadableMembers,
      "a_member_that_cannot_be_read_stands_in_every_view",
      "a_member_that_cannot_be_read_is_shown_with_evidence_and_nothing_else"),
  LOSES_THE_PRIMARY(CONSISTENT_VIEWS, WrongViews::losesThePrimary,
      "after_authority_moved_all_views_agree_on_it",
      "all_views_of_one_state_agree_on_epoch_primary_and_members"),
  TAKES_UNKNOWN_LAG_FOR_ZERO(NOTHING_FILLED_IN, WrongViews::takesUnknownLagForZero,
      "a_member_that_cannot_be_read_is_shown_with_evidence_and_nothing_else",
      "behind_a_primary_that_cannot_be_read_no_lag_is_known"),
  FILLS_IN_A_SILENT_REPLICA(NOTHING_FILLED_IN, WrongViews::fillsInASilentReplica,
      "a_member_that_cannot_be_read_is_shown_with_evidence_and_nothing_else"),
  CACHES(NOTHING_CACHED, WrongViews::caches,
      "what_happened_to_a_member_is_seen_by_the_very_next_read"),
  IGNORES_CASE(EXACT_IDS, WrongViews::ignoresCase,
      "a_name_that_only_looks_like_a_members_is_refused_by_every_read"),
  ANSWERS_FOR_ANOTHER_NODE(EXACT_IDS, WrongViews::answersForAnotherNode,
      "a_name_that_is_no_members_is_refused_by_every_read",
      "a_name_that_only_looks_like_a_members_is_refused_by_every_read",
      "a_rejection_has_a_code_and_names_what_it_rests_on"),
  SETTLES_MORE_THAN_WAS_ASKED(ANSWERED_AS_ASKED, WrongViews::settlesMoreThanWasAsked,
      "an_assessment_is_of_what_was_asked_and_settles_the_requests_it_was_given"),
  NAMES_AN_ALIAS(CLUSTER_NAMED, WrongViews::namesAnAlias,
      "every_answer_names_the_cluster_that_was_opened"),
  IGNORES_THE_CLUSTER(OTHER_CLUSTER_REJECTED, WrongOrders::ignoresTheCluster,
      "a_demotion_of_another_cluster_is_rejected",
      "a_transition_of_another_cluster_is_rejected"),
  PROMOTES_IN_AN_INSPECTION(READS_CHANGE_NOTHING, WrongViews::promotesInAnInspection,
      "inspections_change_nothing"),
  PROMOTES_WHILE_PLANNING(READS_CHANGE_NOTHING, WrongViews::promotesWhilePlanning,
      "planning_reads_change_nothing"),
  LEAVES_A_TRACE_OF_DIAGNOSTICS(READS_CHANGE_NOTHING, WrongViews::leavesATraceOfDiagnostics,
      "diagnostics_change_nothing"),
  JUDGES_IN_TURNS(SAME_STATE_SAME_WORD, WrongJudgement::judgesInTurns,
      "an_assessment_of_the_same_state_says_the_same"),
  OMITS_A_REQUIRED_CHECK(REQUIRED_CHECKS, WrongJudgement::omitsARequiredCheck,
      "a_promotion_is_judged_by_the_required_checks",
      "checks_that_hold_stand_in_the_assessment_as_well"),
  TAKES_SILENCE_FOR_ABSENCE(UNPROVABLE_SAID, WrongJudgement::takesSilenceForAbsence,
      "of_a_target_that_cannot_be_read_nothing_is_taken_for_proven",
      "that_a_silent_primary_does_not_write_is_unprovable",
      "a_force_lifts_what_was_acknowledged",
      "without_a_force_what_is_unprovable_is_denied"),
  DOES_NOT_SAY_WHAT_IS_MISSING(UNPROVABLE_SAID, WrongJudgement::doesNotSayWhatIsMissing,
      "of_a_target_that_cannot_be_read_nothing_is_taken_for_proven",
      "that_a_silent_primary_does_not_write_is_unprovable"),
  CALLS_ANYTHING_OVERRIDABLE(VIOLATED_SAID, WrongJudgement::callsAnythingOverridable,
      "a_replica_that_halted_is_denied_beyond_assertion",
      "a_replica_that_is_behind_is_denied_beyond_assertion",
      "beside_a_writable_primary_authority_is_denied_beyond_assertion"),
  JUDGES_WHAT_MAKES_NO_SENSE(MEANINGLESS_REFUSED, WrongJudgement::judgesWhatMakesNoSense,
      "the_primary_is_not_assessed_for_a_promotion"),
  TRUSTS_THE_ASSESSMENT(CHECKED_IN_THE_ACT, WrongOrders::trustsTheAssessment,
      "a_replica_that_is_behind_is_not_promoted"),
  NAMES_NO_INVARIANT(REJECTION_FORM, WrongViews::namesNoInvariant,
      "a_rejection_has_a_code_and_names_what_it_rests_on"),
  HAS_NO_STABLE_CODE(REJECTION_FORM, WrongViews::hasNoStableCode,
      "a_rejection_has_a_code_and_names_what_it_rests_on"),
  IGNORES_THE_EPOCH(EPOCH_COMPARED, WrongOrders::ignoresTheEpoch,
      "a_demotion_of_an_epoch_that_never_was_is_rejected",
      "an_order_of_an_earlier_epoch_is_rejected_although_every_check_holds",
      "an_order_of_an_epoch_that_never_was_is_rejected",
      "a_refused_order_with_another_digest_is_rejected_although_every_check_holds"),
  REUSES_EPOCHS(EPOCH_NEVER_RETURNS, WrongOrders::reusesEpochs,
      "of_many_transitions_each_has_an_epoch_of_its_own",
      "an_order_of_an_earlier_epoch_is_rejected_although_every_check_holds"),
  COUNTS_WRITES_INTO_THE_EPOCH(EPOCH_STEADY, WrongOrders::countsWritesIntoTheEpoch,
      "the_epoch_stays_with_writes_and_checkpoints"),
  ACTS_TWICE(AUTHORITY_MOVED, WrongOrders::actsTwice,
      "a_promotion_makes_the_target_primary",
      "another_adapter_sees_the_same_authority",
      "after_authority_moved_all_views_agree_on_it",
      "authority_that_another_adapter_moved_is_seen_by_the_very_next_read",
      "of_many_orders_at_once_one_takes_effect",
      "the_same_order_given_by_many_at_once_takes_effect_once"),
  SAYS_DONE_WITHOUT_ACTING(AUTHORITY_MOVED, WrongOrders::saysDoneWithoutActing,
      "a_demotion_takes_authority_and_gives_it_to_nobody",
      "a_demotion_that_was_carried_out_is_answered_again_and_not_carried_out_again",
      "a_request_that_was_carried_out_before_another_one_stays_executed",
      "after_a_demotion_members_are_what_was_foretold",
      "after_a_demotion_no_member_accepts_writes",
      "of_many_transitions_each_has_an_epoch_of_its_own",
      "the_member_that_was_demoted_follows_and_may_be_promoted_again"),
  NAMES_ANOTHER_TARGET(ANSWER_NAMES_ORDER, WrongOrders::namesAnotherTarget,
      "a_demotion_is_answered_in_the_names_of_its_order",
      "a_promotion_is_answered_in_the_names_of_its_order",
      "a_demotion_takes_authority_and_gives_it_to_nobody",
      "a_promotion_makes_the_target_primary",
      "another_adapter_sees_the_same_authority",
      "of_many_orders_at_once_one_takes_effect",
      "the_same_order_given_by_many_at_once_takes_effect_once"),
  FORETELLS_THAT_NOTHING_CHANGES(ROLES_COME_TRUE, WrongJudgement::foretellsThatNothingChanges,
      "after_a_demotion_members_are_what_was_foretold",
      "after_a_promotion_members_are_what_was_foretold"),
  FORGETS_THE_FINAL_POSITION(DEMOTION_LEAVES_NOBODY, WrongOrders::forgetsTheFinalPosition,
      "after_a_demotion_no_member_accepts_writes",
      "a_demotion_takes_authority_and_gives_it_to_nobody"),
  TAKES_AN_ORDER_FROM_ANY_METHOD(RIGHT_METHOD, WrongOrders::takesAnOrderFromAnyMethod,
      "an_order_handed_to_the_method_of_another_transition_is_rejected"),
  FORGETS_REQUESTS(FIRST_RESULT_AGAIN, WrongOrders::forgetsRequests,
      "a_demotion_that_was_carried_out_is_answered_again_and_not_carried_out_again",
      "a_refusal_stays_the_answer_also_when_nothing_stands_against_the_order_any_more",
      "an_order_that_was_carried_out_is_answered_again_and_not_carried_out_again",
      "the_same_order_given_by_many_at_once_takes_effect_once",
      "a_refused_order_with_another_digest_is_rejected_although_every_check_holds"),
  IGNORES_THE_DIGEST(OTHER_DIGEST_REJECTED, WrongOrders::ignoresTheDigest,
      "a_used_request_id_with_another_digest_is_rejected"),
  LIFTS_WHAT_WAS_NOT_ACKNOWLEDGED(FORCE_LIFTS_NAMED, WrongOrders::liftsWhatWasNotAcknowledged,
      "a_force_that_acknowledges_none_of_the_checks_that_fail_is_refused",
      "a_force_that_leaves_out_one_check_is_refused"),
  LIFTS_ALL_FOR_ONE(FORCE_LIFTS_NAMED, WrongOrders::liftsAllForOne,
      "a_force_that_leaves_out_one_check_is_refused"),
  LIFTS_NOTHING(FORCE_LIFTS_NAMED, WrongOrders::liftsNothing,
      "a_force_lifts_what_was_acknowledged"),
  FORCES_PAST_LOST_WRITES(FORCE_KEEPS_THE_REST, WrongOrders::forcesPastLostWrites,
      "a_force_lifts_no_provable_loss_of_writes"),
  FORCES_BESIDE_THE_PRIMARY(FORCE_KEEPS_THE_REST, WrongOrders::forcesBesideThePrimary,
      "a_force_is_refused_beside_a_writable_primary"),
  TAKES_NO_TRACE_FOR_NOT_EXECUTED(SETTLED_TRULY, WrongJudgement::takesNoTraceForNotExecuted,
      "not_executed_is_said_only_of_what_never_will_be",
      "of_a_transition_under_way_nobody_can_tell",
      "what_became_of_an_order_is_not_guessed_from_unreadable_evidence"),
  SETTLES_EVERYTHING_AS_EXECUTED(SETTLED_TRULY, WrongJudgement::settlesEverythingAsExecuted,
      "a_request_that_was_refused_is_never_settled_as_executed",
      "what_died_before_its_effect_is_not_settled_as_executed"),
  REMEMBERS_IN_MEMORY(EVIDENCE_WITH_EFFECT, WrongJudgement::remembersInMemory,
      "an_effect_is_settled_as_executed_by_whoever_looks_next",
      "a_request_that_was_carried_out_is_settled_as_executed"),
  GUESSES_WHAT_IT_CANNOT_READ(NOT_GUESSED, WrongJudgement::guessesWhatItCannotRead,
      "what_became_of_an_order_is_not_guessed_from_unreadable_evidence"),
  GUESSES_REFUSED(UNKNOWN_NOT_REFUSED, WrongOrders::guessesRefused,
      "what_took_effect_before_the_kernel_died_is_not_answered_as_refused",
      "while_the_cluster_cannot_be_reached_an_order_is_not_answered_as_refused"),
  HIDES_WHAT_IS_UNDER_WAY(IN_PROGRESS_SEEN, WrongViews::hidesWhatIsUnderWay,
      "while_a_transition_is_under_way_it_is_seen_and_another_is_refused",
      "of_a_transition_under_way_nobody_can_tell"),
  IGNORES_THE_CEILING(CEILING_KEPT, WrongViews::ignoresTheCeiling,
      "a_collection_stops_at_fewer_bytes_and_says_so",
      "a_collection_stops_at_fewer_statements_and_says_so",
      "a_collection_without_any_statement_collects_nothing_and_says_so"),
  STOPS_WITHOUT_SAYING_SO(CEILING_KEPT, WrongViews::stopsWithoutSayingSo,
      "a_collection_stops_at_fewer_bytes_and_says_so",
      "a_collection_stops_at_fewer_statements_and_says_so",
      "a_collection_without_any_statement_collects_nothing_and_says_so"),
  STARTS_PAGES_LATE(PAGES_KEPT, WrongViews::startsPagesLate,
      "pages_of_segments_hold_everything_once"),
  LETS_EVERYBODY_WIN(ONE_OF_MANY, WrongOrders::letsEverybodyWin,
      "of_many_orders_at_once_one_takes_effect",
      "while_a_transition_is_under_way_it_is_seen_and_another_is_refused"),
  DEMOTES_ON_CLOSE(CLOSE_CHANGES_NOTHING, WrongOrders::demotesOnClose,
      "closing_twice_changes_nothing"),
  THROWS_ON_THE_SECOND_CLOSE(CLOSE_CHANGES_NOTHING, WrongOrders::throwsOnTheSecondClose,
      "closing_twice_changes_nothing"),
  HANGS(WITHIN_BOUND, WrongOrders::hangs,
      "a_read_of_a_cluster_that_cannot_be_reached_ends_within_the_bound",
      "an_order_to_a_cluster_that_cannot_be_reached_ends_within_the_bound"),
  DENIES_BY_THROWING(DENIED_IS_REFUSED, WrongOrders::deniesByThrowing,
      "what_is_denied_is_refused_and_changes_nothing"),
  REFUSES_SNAPSHOTS(NOT_REFUSED, WrongViews::refusesSnapshots,
      "every_member_stands_in_every_view",
      "a_member_that_cannot_be_read_stands_in_every_view",
      "a_page_of_one_member_is_of_that_member_and_of_that_page",
      "after_authority_moved_all_views_agree_on_it",
      "all_views_of_one_state_agree_on_epoch_primary_and_members",
      "authority_that_another_adapter_moved_is_seen_by_the_very_next_read",
      "every_answer_names_the_cluster_that_was_opened",
      "pages_of_snapshots_hold_everything_once",
      "the_log_and_the_snapshots_of_a_member_that_cannot_be_read_are_unreadable");

  private final KernelDuty duty;
  // List.of made it.
  private final List<String> fails;
  private final UnaryOperator<Kernel> wrong;

  WrongKernels(KernelDuty duty, UnaryOperator<Kernel> wrong, String... fails) {
    this.duty = duty;
    this.wrong = wrong;
    this.fails = List.of(fails);
  }

  KernelDuty duty() {
    return duty;
  }

  List<String> fails() {
    return fails;
  }

  Kernel kernel(Kernel real) {
    return wrong.apply(real);
  }

  Set<Capability> denied() {
    return duty == DENIED_IS_REFUSED ? Set.of(Capability.DEMOTION) : Set.of();
  }
}
