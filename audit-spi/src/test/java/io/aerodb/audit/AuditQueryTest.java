package io.aerodb.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the limits of a query and how one page follows another. */
class AuditQueryTest {
  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 0", "0, -1", "0, 10001"})
  void a_page_that_no_log_can_answer_is_refused_before_any_log_is_asked(long after, int limit) {
    AuditQuery.Builder query = AuditQuery.builder().after(after).limit(limit);

    assertThatThrownBy(query::build).isInstanceOf(IllegalArgumentException.class).hasMessage("query has after " + after
        + " and limit " + limit + " but must have after 0 or more and limit 1 to 10000");
  }

  @Test
  void the_largest_and_the_smallest_page_are_legal() {
    assertThatCode(() -> AuditQuery.builder().after(0).limit(1).build()).doesNotThrowAnyException();
    assertThatCode(() -> AuditQuery.builder().after(Long.MAX_VALUE).limit(10_000).build()).doesNotThrowAnyException();
  }

  @Test
  void the_record_a_page_ended_with_is_not_on_the_next_page() {
    AuditQuery next = AuditQuery.builder().after(7).build();

    assertThat(next.wants(AuditRecord.of("log-1", 7, Events.read(Stage.REQUESTED, "r-1")))).isFalse();
    assertThat(next.wants(AuditRecord.of("log-1", 8, Events.read(Stage.REQUESTED, "r-1")))).isTrue();
  }

  @Test
  void a_fence_can_not_name_a_sequence_that_no_record_has() {
    assertThatThrownBy(() -> new Precondition.LastControlDispatch(-1))
        .hasMessage("sequence is -1 but must be 0 or more");
    assertThatCode(() -> new Precondition.LastControlDispatch(0)).doesNotThrowAnyException();
  }
}
