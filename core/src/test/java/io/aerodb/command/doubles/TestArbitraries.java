package io.aerodb.command.doubles;

import io.aerodb.command.Command;
import io.aerodb.command.ForcePromotion;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.InspectNode;
import io.aerodb.command.InspectPromotionState;
import io.aerodb.command.InspectReplicationStatus;
import io.aerodb.command.InspectSnapshots;
import io.aerodb.command.InspectWal;
import io.aerodb.command.Reason;
import io.aerodb.command.RequestDemotion;
import io.aerodb.command.RequestPromotion;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.command.error.SafeText;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random commands, their parts and hostile texts for property tests. */
public final class TestArbitraries {
  private static final String[] HOSTILE =
      {"\u0000", "\n", "\u202E", "\u2066", "\u2028", "\u2029", "\uD800", "\uDFFF", "\uD83D\uDE00", "\u0130", "'", "\"",
          "\\", "{", "[", "null", "1e9", "é", "e\u0301", "\uFEFF", "\uDBFF\uDFFD", " "};

  private TestArbitraries() {}

  public static Arbitrary<NodeId> nodes() {
    Arbitrary<String> first = Arbitraries.strings().alpha().numeric().ofLength(1);
    Arbitrary<String> rest = Arbitraries.strings().alpha().numeric().withChars('.', '_', '-').ofMaxLength(63);
    return Combinators.combine(first, rest).as((a, b) -> new NodeId(a + b));
  }

  public static Arbitrary<Reason> reasons() {
    return Arbitraries.strings().excludeChars('\u0000').ofMinLength(1).ofMaxLength(500)
        .filter(text -> text.codePoints().noneMatch(SafeText::isForbidden)).map(Reason::new);
  }

  public static Arbitrary<InvariantId> invariants() {
    return Arbitraries.of("P6-A1", "P6-A1a", "P6-A3", "P6-S1", "P6-S2", "P5-I16", "P6-F1").map(InvariantId::new);
  }

  public static Arbitrary<Page> pages() {
    return Combinators.combine(Arbitraries.integers().between(1, Page.MAX_NUMBER),
        Arbitraries.integers().between(1, Page.MAX_SIZE)).as(Page::new);
  }

  /** Any of the ten with any legal arguments. */
  public static Arbitrary<Command<?>> commands() {
    Arbitrary<ForcePromotion> forces = Combinators.combine(nodes(), reasons(), invariants().set().ofMinSize(1))
        .as((node, reason, overrides) -> new ForcePromotion(node, reason, new TreeSet<>(overrides)));
    Arbitrary<Command<?>> any = Arbitraries.oneOf(
        Arbitraries.of(new InspectClusterState(), new InspectReplicationStatus(), new InspectPromotionState()),
        nodes().map(InspectNode::new),
        Arbitraries.of(DiagnosticScope.class).map(RunDiagnostics::new),
        Combinators.combine(nodes().optional(), pages()).as(InspectWal::new),
        Combinators.combine(nodes().optional(), pages()).as(InspectSnapshots::new),
        Combinators.combine(nodes(), reasons()).as(RequestPromotion::new),
        Combinators.combine(nodes(), reasons()).as(RequestDemotion::new),
        forces);
    return any.withoutEdgeCases();
  }

  /** Text of any UTF-16 code units, the worst of them often. */
  public static Arbitrary<String> hostile() {
    Arbitrary<String> pieces = Arbitraries.oneOf(Arbitraries.of(HOSTILE), Arbitraries.strings().all().ofMaxLength(8),
        Arbitraries.strings().ascii().ofMaxLength(600));
    return pieces.list().ofMaxSize(6).map(list -> String.join("", list)).withoutEdgeCases();
  }
}
