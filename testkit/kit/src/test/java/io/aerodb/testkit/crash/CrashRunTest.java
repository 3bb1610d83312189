package io.aerodb.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** Tests that a host is killed where it stopped, and that one which ends by itself is told apart. */
class CrashRunTest {
  /** Says two lines, prints a third, and stops or ends. */
  public static final class Host {
    private Host() {}

    public static void main(String[] arguments) {
      CrashPoint.say("one");
      System.out.println("noise");
      CrashPoint.say("two");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> CrashPoint.say("tidied up")));
      if (arguments[0].equals("stop")) {
        CrashPoint.stopAt("here");
      }
    }
  }

  @Test
  void a_host_is_killed_where_it_stopped_and_tidies_up_nothing() {
    try (CrashRun run = CrashRun.start(Host.class, "stop")) {
      assertThat(run.awaitStop()).isEqualTo("here");
      run.kill();
      run.kill();
      assertThat(run.said()).containsExactly("one", "two");
    }
  }

  @Test
  void a_host_that_ends_by_itself_is_an_error_that_tells_what_it_printed() {
    try (CrashRun run = CrashRun.start(Host.class, "end")) {
      assertThatIllegalStateException().isThrownBy(run::awaitStop).withMessageContaining("ended before")
          .withMessageContaining("noise");
      assertThat(run.said()).containsExactly("one", "two", "tidied up");
    }
  }
}
