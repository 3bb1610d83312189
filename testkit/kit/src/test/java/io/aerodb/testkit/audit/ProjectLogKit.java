package io.aerodb.testkit.audit;

import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import org.junit.jupiter.api.Test;

/**
 * The contract kit with this project's own rules on it. The kit's tests claim none, because the rules of a host are not
 * these; the tests here are some of the kit's, run once more, so that the freeze counts each log on which they pass.
 */
abstract class ProjectLogKit extends AuditLogKit {
  @Test
  @CoversViolation("CM-9.1")
  void who_claims_a_taken_id_is_told_the_record_that_took_it() {
    new Claims().who_claims_a_taken_id_is_told_the_record_that_took_it();
  }

  @Test
  @CoversViolation("CM-9.1")
  void of_many_threads_that_claim_one_id_one_gets_it() throws Exception {
    new Claims().of_many_threads_that_claim_one_id_one_gets_it();
  }

  @Test
  @CoversViolation("CM-9.2")
  void a_dispatch_that_nobody_has_seen_stops_the_next_one_and_is_named() {
    new Fences().a_dispatch_that_nobody_has_seen_stops_the_next_one_and_is_named();
  }

  @Test
  @CoversViolation("CM-9.2")
  void nothing_is_dispatched_past_a_request_of_which_nobody_knows() {
    new Fences().nothing_is_dispatched_past_a_request_of_which_nobody_knows();
  }

  @Test
  @CoversViolation({"AU-2", "CF-9"})
  void a_control_command_is_not_dispatched_without_a_confirmation() {
    new Fences().a_control_command_is_not_dispatched_without_a_confirmation();
  }

  @Test
  @CoversViolation("AU-2")
  void a_stage_of_a_control_command_follows_what_the_grammar_names() {
    new RequestGrammars().a_stage_of_a_control_command_follows_what_the_grammar_names();
  }

  @Test
  @CoversViolation("AU-2")
  void a_stage_of_a_read_only_command_follows_what_the_grammar_names() {
    new RequestGrammars().a_stage_of_a_read_only_command_follows_what_the_grammar_names();
  }

  @Test
  @CoversViolation("AU-13")
  void a_log_of_one_cluster_takes_no_record_of_another() {
    new RequestGrammars().a_log_of_one_cluster_takes_no_record_of_another();
  }

  @Test
  @Covers("FM-6")
  void a_duplicate_names_the_record_that_claimed_the_id() {
    new RequestGrammars().a_duplicate_names_the_record_that_claimed_the_id();
  }

  @Test
  @Covers("FM-6")
  void a_duplicate_never_moves_the_request() {
    new RequestGrammars().a_duplicate_never_moves_the_request();
  }

  @Test
  @Covers("AU-4")
  void a_clock_that_steps_back_moves_no_record() {
    new Records().a_clock_that_steps_back_moves_no_record();
  }

  @Test
  @Covers("AU-12")
  void a_line_is_what_the_event_encoded() {
    new Records().a_line_is_what_the_event_encoded();
  }
}
