package io.aerodb.testkit.arbitraries;

import io.aerodb.command.Argument;
import io.aerodb.command.Authority;
import io.aerodb.command.Command;
import io.aerodb.command.CommandInput;
import io.aerodb.command.CommandType;
import io.aerodb.command.Confirmable;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.ForcePromotion;
import io.aerodb.command.Immediate;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.InspectNode;
import io.aerodb.command.InspectPromotionState;
import io.aerodb.command.InspectReplicationStatus;
import io.aerodb.command.InspectSnapshots;
import io.aerodb.command.InspectWal;
import io.aerodb.command.Operator;
import io.aerodb.command.Reason;
import io.aerodb.command.RequestDemotion;
import io.aerodb.command.RequestId;
import io.aerodb.command.RequestPromotion;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.command.explain.RequestContext;
import io.aerodb.kernel.DiagnosticScope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random commands, operators and input, legal and illegal.
 *
 * @since 0.1
 */
public final class CommandArbitraries {
  private static final int MAX_OVERRIDES = 32;

  private CommandArbitraries() {}

  /** One of the ten, with legal arguments. */
  public static Arbitrary<Command<?>> commands() {
    return Arbitraries.oneOf(List.of(immediates(), confirmables()));
  }

  /** A command that runs when it is asked for. */
  public static Arbitrary<Immediate<?>> immediates() {
    return Arbitraries.oneOf(List.of(Arbitraries.just(new InspectClusterState()),
        Arbitraries.just(new InspectReplicationStatus()), Arbitraries.just(new InspectPromotionState()), inspectNodes(),
        inspectWals(), inspectSnapshots()));
  }

  /** A command that runs only when it was confirmed. */
  public static Arbitrary<Confirmable<?>> confirmables() {
    return Arbitraries.oneOf(List.of(runDiagnostics(), controlCommands()));
  }

  /** A command that changes who is primary. */
  public static Arbitrary<ControlCommand> controlCommands() {
    return Arbitraries.oneOf(List.of(requestPromotions(), requestDemotions(), forcePromotions()));
  }

  public static Arbitrary<InspectNode> inspectNodes() {
    return KernelArbitraries.nodeIds().map(InspectNode::new);
  }

  public static Arbitrary<InspectWal> inspectWals() {
    return Combinators.combine(KernelArbitraries.nodeIds().optional(), KernelArbitraries.pages()).as(InspectWal::new);
  }

  public static Arbitrary<InspectSnapshots> inspectSnapshots() {
    return Combinators.combine(KernelArbitraries.nodeIds().optional(), KernelArbitraries.pages())
        .as(InspectSnapshots::new);
  }

  public static Arbitrary<RunDiagnostics> runDiagnostics() {
    return Arbitraries.of(DiagnosticScope.class).map(RunDiagnostics::new);
  }

  public static Arbitrary<RequestPromotion> requestPromotions() {
    return Combinators.combine(KernelArbitraries.nodeIds(), reasons()).as(RequestPromotion::new);
  }

  public static Arbitrary<RequestDemotion> requestDemotions() {
    return Combinators.combine(KernelArbitraries.nodeIds(), reasons()).as(RequestDemotion::new);
  }

  public static Arbitrary<ForcePromotion> forcePromotions() {
    return Combinators.combine(KernelArbitraries.nodeIds(), reasons(),
        KernelArbitraries.invariantIds().set().ofMinSize(1).ofMaxSize(MAX_OVERRIDES))
        .as((node, reason, overrides) -> new ForcePromotion(node, reason, new TreeSet<>(overrides)));
  }

  /** Reasons, 1 to 500 characters. */
  public static Arbitrary<Reason> reasons() {
    return TextArbitraries.legalTexts().map(Reason::new);
  }

  public static Arbitrary<RequestId> requestIds() {
    return TextArbitraries.ids().map(RequestId::new);
  }

  /** Operators of each authority. */
  public static Arbitrary<Operator> operators() {
    return Combinators.combine(TextArbitraries.legalTexts(), Arbitraries.of(Authority.class)).as(Operator::new);
  }

  /** The frame of a request for one of these commands. */
  public static <C extends Command<?>> Arbitrary<RequestContext<C>> contexts(Arbitrary<C> commands) {
    return Combinators
        .combine(KernelArbitraries.clusterIds(), TextArbitraries.legalTexts(), TextArbitraries.legalTexts(),
            operators(), requestIds(), commands)
        .as(RequestContext<C>::new).withoutEdgeCases();
  }

  /** Input of any kind: legal, illegal, and half of each. */
  public static Arbitrary<CommandInput> inputs() {
    return Arbitraries.oneOf(List.of(legalInputs(), mixedInputs(), hostileInputs(), jsonInputs()));
  }

  /** Input that reads as exactly the command it was made of. */
  public static Arbitrary<CommandInput> legalInputs() {
    return Combinators.combine(requestIds(), commands()).as(CommandArbitraries::inputOf);
  }

  /** The input that an operator types for a command. */
  public static CommandInput inputOf(RequestId request, Command<?> command) {
    return CommandInput.of(Optional.of(request.value()), Optional.of(command.type().wireName()), command.arguments());
  }

  /**
   * Legal input in which one thing was broken: the id, the name, a value, one argument too many or too few; never
   * legal.
   */
  public static Arbitrary<CommandInput> illegalInputs() {
    return Combinators.combine(legalInputs(), Arbitraries.of(Break.class), TextArbitraries.illegalTexts())
        .as((input, how, text) -> how.apply(input, text));
  }

  /** Input whose name is one of the ten, and whose arguments are those of any of them, with any values. */
  private static Arbitrary<CommandInput> mixedInputs() {
    List<String> names = Arrays.stream(CommandType.values()).flatMap(type -> type.arguments().stream())
        .map(Argument::name).distinct().toList();
    Arbitrary<String> name =
        Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.of(names)), Tuple.of(1, TextArbitraries.hostileTexts()));
    return Combinators.combine(anyText(TextArbitraries.ids()).optional(), Arbitraries.of(CommandType.class),
        arguments(name, 5))
        .as((id, type, arguments) -> CommandInput.of(id, Optional.of(type.wireName()), arguments));
  }

  private static Arbitrary<CommandInput> hostileInputs() {
    Arbitrary<Optional<String>> part = TextArbitraries.hostileTexts().optional();
    Arbitrary<Map<String, List<String>>> few = arguments(TextArbitraries.hostileTexts(), 4);
    Arbitrary<Map<String, List<String>>> many =
        Arbitraries.integers().between(60, 70).map(CommandArbitraries::numbered);
    return Combinators.combine(part, part, Arbitraries.frequencyOf(Tuple.of(9, few), Tuple.of(1, many)))
        .as(CommandInput::of);
  }

  /** Around the number of arguments that is still looked at. */
  private static Map<String, List<String>> numbered(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "a" + i, i -> List.of("1")));
  }

  private static Arbitrary<Map<String, List<String>>> arguments(Arbitrary<String> names, int most) {
    return Combinators.combine(names, values()).as(Map::entry).list().ofMaxSize(most).map(entries -> {
      var arguments = new TreeMap<String, List<String>>();
      entries.forEach(entry -> arguments.put(entry.getKey(), entry.getValue()));
      return arguments;
    });
  }

  /** Input that came as JSON or as something that is none. */
  private static Arbitrary<CommandInput> jsonInputs() {
    Arbitrary<String> cut = Combinators.combine(legalInputs(), Arbitraries.integers().between(0, 600))
        .as((input, end) -> input.json().canonical().substring(0, Math.min(end, input.json().canonical().length())));
    return Arbitraries.oneOf(List.of(legalInputs().map(input -> input.json().canonical()), cut,
        AuditArbitraries.json().map(json -> json.canonical()), TextArbitraries.hostileTexts()))
        .map(CommandInput::parse);
  }

  private static Arbitrary<List<String>> values() {
    Arbitrary<String> value = Arbitraries.oneOf(List.of(TextArbitraries.ids(), TextArbitraries.legalTexts(),
        TextArbitraries.hostileTexts(), Arbitraries.of("summary", "deep", "P6-A1", "1", "100", "0", "-1", "1000001")));
    return value.list().ofMaxSize(3);
  }

  private static Arbitrary<String> anyText(Arbitrary<String> mostly) {
    return Arbitraries.frequencyOf(Tuple.of(3, mostly), Tuple.of(1, TextArbitraries.hostileTexts()));
  }

  /** One way to make legal input illegal. */
  private enum Break {
    ID {
      @Override
      CommandInput apply(CommandInput input, String text) {
        return CommandInput.of(Optional.of(text), input.command(), input.arguments());
      }
    },
    NO_ID {
      @Override
      CommandInput apply(CommandInput input, String text) {
        return CommandInput.of(Optional.empty(), input.command(), input.arguments());
      }
    },
    COMMAND {
      @Override
      CommandInput apply(CommandInput input, String text) {
        return CommandInput.of(input.requestId(), Optional.of(input.command().orElse("") + text + " "),
            input.arguments());
      }
    },
    UNKNOWN_ARGUMENT {
      @Override
      CommandInput apply(CommandInput input, String text) {
        return with(input, "x" + text, List.of("1"));
      }
    },
    VALUE {
      @Override
      CommandInput apply(CommandInput input, String text) {
        return with(input, first(input), List.of(text));
      }
    },
    TWICE {
      @Override
      CommandInput apply(CommandInput input, String text) {
        String name = first(input);
        String value = input.arguments().getOrDefault(name, List.of("1")).getFirst();
        return with(input, name, List.of(value, value));
      }
    };

    abstract CommandInput apply(CommandInput input, String text);

    /** The first argument, or one that no command has. */
    private static String first(CommandInput input) {
      return input.arguments().keySet().stream().findFirst().orElse("x");
    }

    private static CommandInput with(CommandInput input, String name, List<String> values) {
      Map<String, List<String>> arguments = new TreeMap<>(input.arguments());
      arguments.put(name, values);
      return CommandInput.of(input.requestId(), input.command(), arguments);
    }
  }
}
