package io.aerodb.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditLog;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.Kernel;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves CM-1.3, CM-8.3, CM-11.1, CF-10, P7-S3: what must not be possible does not compile, and the compiler says why.
 */
@Tag("class-files")
class CompileRefusalTest {
  private static final String IMPORTS = """
      package host;
      import io.aerodb.audit.*;
      import io.aerodb.audit.journal.*;
      import io.aerodb.audit.json.*;
      import io.aerodb.audit.store.*;
      import io.aerodb.command.*;
      import io.aerodb.command.confirm.*;
      import io.aerodb.command.explain.*;
      import io.aerodb.command.session.*;
      import io.aerodb.kernel.*;
      import java.util.*;
      """;
  private static final String IMMEDIATE = """
          case InspectClusterState c -> 1;
          case InspectNode c -> 2;
          case InspectReplicationStatus c -> 3;
          case InspectPromotionState c -> 4;
          case InspectWal c -> 5;
          case InspectSnapshots c -> 6;
      """;
  private static final String CONFIRMABLE = """
          case RunDiagnostics c -> 7;
          case RequestPromotion c -> 8;
          case RequestDemotion c -> 9;
          case ForcePromotion c -> 10;
      """;

  private static String method(String body) {
    return IMPORTS + "class Host { Object x(Session session, ControlPlane plane, RequestId id, Command<?> command, "
        + "Immediate<?> immediate, Confirmable<?> confirmable, NodeId node, Reason reason, Acknowledgement yes, "
        + "Explanation explanation) {\n" + body + "\n}}";
  }

  private static String location(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
  }

  @TempDir
  Path directory;

  private final List<Refusal> refusals = new ArrayList<>();

  /** A source that must not compile, and what the compiler's first error must say. */
  private record Refusal(String source, List<String> fragments) {}

  private void assertRefused(String source, String... fragments) {
    refusals.add(new Refusal(source, List.of(fragments)));
  }

  private void assertCompiles(String source) {
    assertRefused(source);
  }

  /** One run of the compiler for all sources of a test, each in a package of its own. */
  @AfterEach
  void the_compiler_says_so() throws IOException {
    List<String> said = compile(refusals.stream().map(Refusal::source).toList());
    for (int i = 0; i < refusals.size(); i++) {
      Refusal refusal = refusals.get(i);
      String file = name(i) + ".java:";
      List<String> errors = said.stream().filter(line -> line.startsWith(file)).toList();
      assertThat(errors.isEmpty()).as(refusal.source() + errors).isEqualTo(refusal.fragments().isEmpty());
      if (!errors.isEmpty()) {
        assertThat(errors.getFirst()).as(refusal.source()).contains(refusal.fragments());
      }
    }
  }

  private static String name(int number) {
    return "Host" + number;
  }

  /** Each error's code with its arguments, in no language. */
  private List<String> compile(List<String> sources) throws IOException {
    String path = Stream.of(Command.class, AuditLog.class, Kernel.class).map(CompileRefusalTest::location)
        .collect(Collectors.joining(File.pathSeparator));
    var arguments = new ArrayList<>(List.of("--release", "21", "-proc:none", "-Xlint:none", "-XDrawDiagnostics",
        "--should-stop=ifError=FLOW", "-Xmaxerrs", "1000", "-cp", path, "-d", directory.toString()));
    for (int i = 0; i < sources.size(); i++) {
      String source = sources.get(i).replaceFirst("package host;", "package host" + i + ";");
      arguments.add(Files.writeString(directory.resolve(name(i) + ".java"), source).toString());
    }
    var said = new StringWriter();
    var out = new PrintWriter(said);
    ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
    return said.toString().lines().filter(line -> line.contains("compiler.err.")).toList();
  }

  @Test
  void what_is_meant_to_compile_compiles() {
    assertCompiles(method("""
        Outcome<?> outcome = switch (session.submit(CommandInput.parse("{}"))) {
          case Outcome<?> done -> done;
          case Proposal<?> asked -> session.confirm(asked, yes);
        };
        session.run(id, new InspectNode(node));
        ProposeResult<CompletedTransition> planned = session.propose(id, new RequestPromotion(node, reason));
        return switch (command) {
        """ + IMMEDIATE + CONFIRMABLE + "};"));
    assertCompiles(method("return switch (immediate) {" + IMMEDIATE + "};"));
    assertCompiles(method("return switch (confirmable) {" + CONFIRMABLE + "};"));
    assertCompiles(method("return switch (command) { case InspectionCommand<?> c -> 1;"
        + "case DiagnosticCommand<?> c -> 2; case ControlCommand c -> 3; };"));
  }

  @Test
  @CoversViolation({"CM-8.3", "CM-5.1a", "CM-6.1a", "CM-6.2"})
  void a_confirmable_command_cannot_be_run() {
    for (String command : Set.of("new RequestPromotion(node, reason)", "new RequestDemotion(node, reason)",
        "new ForcePromotion(node, reason, new TreeSet<>())", "new RunDiagnostics(DiagnosticScope.DEEP)")) {
      assertRefused(method("return session.run(id, " + command + ");"), "compiler.err.cant.apply.symbol:",
          "Immediate<R>");
    }
  }

  @Test
  @CoversViolation("CF-1")
  void an_immediate_command_is_never_proposed() {
    assertRefused(method("return session.propose(id, new InspectClusterState());"), "compiler.err.cant.apply.symbol:",
        "Confirmable<R>");
  }

  @Test
  @CoversViolation({"CM-8.3", "CF-10"})
  void nothing_is_confirmed_without_a_proposal_and_an_acknowledgement() {
    assertRefused(method("return session.confirm(new RequestPromotion(node, reason), yes);"),
        "compiler.err.cant.apply.symbols:",
        "Proposal<R>");
    assertRefused(method("return session.confirm((Proposal<?>) session.propose(id, new RunDiagnostics("
        + "DiagnosticScope.DEEP)));"), "compiler.err.cant.apply.symbols:", "Acknowledgement");
    assertRefused(method("return session.confirm(List.of(), yes);"), "compiler.err.cant.apply.symbols:");
    assertRefused(method("return session.confirm(id, yes, true);"), "confirm");
  }

  @Test
  @CoversViolation({"CM-11.1", "CM-1.1", "P7-S3"})
  void an_eleventh_command_cannot_be_made() {
    assertRefused(IMPORTS + "abstract class Restart implements Command<ClusterState> {}",
        "compiler.err.cant.inherit.from.sealed", "Command");
    assertRefused(IMPORTS + "abstract non-sealed class Restart implements Command<ClusterState> {}",
        "compiler.err.cant.inherit.from.sealed", "Command");
    for (String type : List.of("InspectionCommand<ClusterState>", "DiagnosticCommand<ClusterState>", "ControlCommand",
        "Immediate<ClusterState>", "Confirmable<ClusterState>")) {
      assertRefused(IMPORTS + "abstract non-sealed class Restart implements " + type + " {}",
          "compiler.err.cant.inherit.from.sealed");
    }
    assertRefused(IMPORTS + "class Restart extends RequestPromotion {}", "compiler.err.cant.inherit.from.final");
  }

  @Test
  @CoversViolation("CM-11.1")
  void a_switch_that_leaves_one_out_does_not_compile() {
    for (String line : (IMMEDIATE + CONFIRMABLE).split("\n")) {
      String all = IMMEDIATE + CONFIRMABLE;
      assertRefused(method("return switch (command) {" + all.replace(line, "") + "};"), "compiler.err.not.exhaustive");
    }
    assertRefused(method("return switch (immediate) {" + IMMEDIATE.replace("case InspectWal c -> 5;", "") + "};"),
        "compiler.err.not.exhaustive");
    assertRefused(method("return switch (confirmable) {" + CONFIRMABLE.replace("case ForcePromotion c -> 10;", "")
        + "};"), "compiler.err.not.exhaustive");
  }

  @Test
  @CoversViolation("CF-9")
  void the_proofs_of_a_stage_can_only_be_made_by_that_stage() {
    assertRefused(method("return new Proposal<CompletedTransition>(session, null, null, null, null);"), "Proposal",
        "not.def.public");
    assertRefused(method("return new Explanation(Json.Obj.EMPTY);"), "Explanation", "not.def.public");
    assertRefused(method("return new Challenge(\"\", List.of());"), "private");
    assertRefused(method("return new Session(null, null, \"\");"), "Session", "not.def.public");
    assertRefused(method("return new ControlPlane(null);"), "private");
    assertRefused(IMPORTS + "class Forged<R> extends Proposal<R> {}", "compiler.err.cant.inherit.from.final");
    assertRefused(
        IMPORTS + "non-sealed class Lie<R> implements Outcome<R> { public RecordStatus trail() { return null; } }",
        "compiler.err.cant.inherit.from.sealed");
  }

  @Test
  @CoversViolation("CM-1.3")
  void no_public_way_leads_to_the_kernel() {
    assertRefused(method("return plane.context;"), "context", "private");
    assertRefused(method("return (io.aerodb.command.session.PlaneContext) null;"), "PlaneContext", "not.def.public");
    assertRefused(method("return (io.aerodb.command.session.KernelDispatch<?>) null;"), "KernelDispatch",
        "not.def.public");
    assertRefused(method("return io.aerodb.command.session.KernelCall.call(null, command, null);"), "KernelCall",
        "not.def.public");
    assertRefused(method("return new io.aerodb.command.session.Planner(null);"), "Planner", "not.def.public");
  }
}
