package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditRecord;
import io.aerodb.command.Command;
import io.aerodb.command.Confirmable;
import io.aerodb.command.Immediate;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.TestArbitraries;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Proves CM-2.3, P7-D1, P7-D2: the same requests, kernel, trail and clock readings give the same records, byte for
 * byte.
 */
@Label("CM-2.3 P7-D1 P7-D2")
class DeterminismTest {
  @Provide
  Arbitrary<List<Command<?>>> commands() {
    return TestArbitraries.commands().list().ofMinSize(1).ofMaxSize(12);
  }

  private static List<String> history(List<Command<?>> commands, long seed) {
    var random = new Random(seed);
    var fixture = new PlaneFixture();
    for (int i = 0; i < commands.size(); i++) {
      disturb(fixture, random);
      String request = "r-" + random.nextInt(commands.size() * 2);
      Reply<?> reply = switch (commands.get(i)) {
        case Immediate<?> immediate -> fixture.session.run(id(request), immediate);
        case Confirmable<?> confirmable -> fixture.session.propose(id(request), confirmable);
      };
      if (reply instanceof Proposal<?> proposal) {
        answer(fixture, proposal, random);
      }
    }
    fixture.session.close();
    return fixture.log.records().stream().map(AuditRecord::toString).toList();
  }

  private static void disturb(PlaneFixture fixture, Random random) {
    fixture.clock.move(Duration.ofMillis(random.nextInt(400_000) - 1000));
    switch (random.nextInt(5)) {
      case 0 -> fixture.finds(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE));
      case 1 -> fixture.finds(SampleCluster.finding("P6-S1", Verdict.VIOLATED));
      case 2 -> fixture.kernel.fails("requestPromotion", new IllegalStateException());
      case 3 -> fixture.kernel.completes("requestPromotion", a -> SampleCluster.done((TransitionOrder) a.get(0)));
      default -> fixture.finds();
    }
  }

  private static void answer(PlaneFixture fixture, Proposal<?> proposal, Random random) {
    fixture.clock.move(Duration.ofMillis(random.nextInt(700_000)));
    switch (random.nextInt(4)) {
      case 0 -> fixture.session.refuse(proposal);
      case 1 -> fixture.session.confirm(proposal, new Acknowledgement("x", new TreeMap<>()));
      default -> fixture.session.confirm(proposal, PlaneFixture.yes(proposal));
    }
  }

  @Property(tries = 200)
  @Covers("CM-2.3")
  void the_same_history_twice_is_the_same_trail(@ForAll("commands") List<Command<?>> commands, @ForAll long seed) {
    assertThat(history(commands, seed)).isEqualTo(history(commands, seed));
  }

}
