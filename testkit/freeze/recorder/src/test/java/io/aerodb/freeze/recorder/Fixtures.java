package io.aerodb.freeze.recorder;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
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
    @DisplayName("says \"café\"")
    void passes() {}

    @Test
    @Covers("R-1")
    void fails() {
      throw new AssertionError("on purpose");
    }

    @Test
    @Covers("R-1")
    void aborts() {
      assumeTrue(false);
    }

    @Test
    @Disabled("on purpose")
    @Covers("R-1")
    void is_skipped() {}

    @Test
    void claims_nothing() {}

    @Test
    @Covers
    void names_nothing() {}

    @Test
    @Covers(command = "look")
    void names_half() {}
  }

  @Disabled("on purpose")
  @Covers("R-1")
  static class Skipped {
    @Test
    void never_runs() {}
  }

  static class Repeated {
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Covers("R-1")
    void passes_each_time(int each) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Covers("R-1")
    void fails_once(int each) {
      if (each == 2) {
        throw new AssertionError("on purpose");
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Covers("R-1")
    void aborts_once(int each) {
      assumeTrue(each == 1);
    }

    @TestFactory
    @Covers("R-1")
    Stream<DynamicTest> dynamic() {
      return Stream.of(dynamicTest("a", () -> {}), dynamicTest("b", () -> {}));
    }

    @TestFactory
    @Covers("R-1")
    Stream<DynamicTest> dynamic_without_any() {
      return Stream.of();
    }
  }

  abstract static class CommandContract {
    @Test
    @Covers(aspect = Aspect.SUCCESS)
    void succeeds() {}

    @Test
    void claims_nothing() {}
  }

  @Covers(command = "leap")
  static class Leap extends CommandContract {
    @Test
    @Covers(command = "look", aspect = Aspect.CRASH_SAFETY)
    void both_halves() {}
  }

  static class Nameless extends CommandContract {}

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

  static class BrokenAfterwards {
    @AfterAll
    static void fail() {
      throw new AssertionError("on purpose");
    }

    @Test
    @Covers("R-1")
    void passes() {}
  }

  @Covers("R-2")
  static class Properties {
    @Property(tries = 5)
    @Covers("R-1")
    void holds(@ForAll int any) {}

    @Property(tries = 5)
    @Covers("R-1")
    boolean does_not_hold(@ForAll int any) {
      return false;
    }
  }

  static class RunsAnother {
    @Test
    @Covers("R-1")
    void outer() {
      Recording.of(Plain.class);
    }
  }
}
