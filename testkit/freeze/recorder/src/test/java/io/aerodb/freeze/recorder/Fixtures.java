package io.aerodb.freeze.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of every kind and ending, run by a launcher of the tests' own. */
final class Fixtures {
  private Fixtures() {}

  static class Plain {
    @Test
    @Covers({"R-1", "R-2"})
    @Covers("R-3")
    @Covers(command = {"look", "leap"}, aspect = {Aspect.SUCCESS, Aspect.CRASH_SAFETY})
    @CoversViolation("R-4")
    void passes() {}

    @Test
    @Covers("R-1")
    void fails() {
      fail("on purpose");
    }

    @Test
    @Covers("R-1")
    void aborts() {
      assumeTrue(false);
    }

    @Test
    void claims_nothing() {}

    @Test
    @Covers
    void names_nothing() {}
  }

  @Disabled("on purpose")
  @Covers("R-1")
  static class Skipped {
    @Test
    void never_runs() {}
  }

  @Covers("R-1")
  static class Repeated {
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void passes_each_time(int each) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void fails_once(int each) {
      assumeTrue(each != 1);
      if (each == 2) {
        fail("on purpose");
      }
    }

    @TestFactory
    Stream<DynamicTest> has_no_invocation() {
      return Stream.of();
    }
  }

  abstract static class CommandContract {
    @Test
    @Covers(aspect = Aspect.SUCCESS)
    void succeeds() {}
  }

  @Covers(command = "leap")
  static class Leap extends CommandContract {
    @Test
    @Covers(command = "look", aspect = Aspect.CRASH_SAFETY)
    void names_both() {}
  }

  static class Nameless extends CommandContract {
    @Test
    @Covers(command = "look")
    void names_a_command() {}
  }

  @Covers("R-5")
  interface Contract {
    @Test
    default void of_the_contract() {}
  }

  @Covers("R-6")
  abstract static class Base {
    @Test
    @Covers("R-1")
    void inherited() {}
  }

  @Covers("R-7")
  static class Derived extends Base implements Contract {
    @Nested
    class Inner {
      @Test
      void nested() {}
    }
  }

  @Covers("R-1")
  static class BrokenAfterwards {
    @AfterAll
    static void breaks() {
      fail("on purpose");
    }

    @Test
    void passes() {}
  }

  abstract static class PropertyContract {
    @Property(tries = 5)
    @Covers("R-1")
    void holds(@ForAll int any) {}
  }

  @Covers("R-2")
  static class Properties extends PropertyContract {
    @Property(tries = 5)
    boolean does_not_hold(@ForAll int any) {
      return false;
    }
  }

  @Covers("R-1")
  static class RunsAnother {
    @Test
    void outer() {
      assertThat(ProofRecorderTest.recorded(Plain.class)).isEmpty();
    }
  }
}
