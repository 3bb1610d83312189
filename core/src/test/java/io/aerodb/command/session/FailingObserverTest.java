package io.aerodb.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.doubles.ChildJvm;
import io.aerodb.freeze.claims.CoversViolation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Proves P7-O1: a logger that fails at every call changes no outcome and no record. */
@Timeout(120)
@Tag("class-files")
class FailingObserverTest {
  @Test
  @CoversViolation("P7-O1")
  void a_logger_that_throws_changes_nothing() throws Exception {
    byte[] printed = ChildJvm.run(ThrowingLogging.class, "-Dslf4j.provider=" + ThrowingLogging.class.getName());

    assertThat(new String(printed, StandardCharsets.UTF_8))
        .isEqualTo(ThrowingLogging.outcomes() + "the logger was called and failed\n");
  }
}
