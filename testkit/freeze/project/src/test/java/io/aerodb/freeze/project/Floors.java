package io.aerodb.freeze.project;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules of which package may import which, over all modules. A package that has a floor imports its own and what is
 * named for it, of the project as of others; one that has none is held by the circles alone.
 */
final class Floors {
  /** No package is part of a circle, within a module or across. */
  static final ArchRule NO_CIRCLE = slices().matching("io.aerodb.(**)").should().beFreeOfCycles()
      .because("what can't be understood alone can't be changed alone");

  private static final String JOURNAL = "io.aerodb.audit.journal";
  private static final String CONSOLE = "io.aerodb.console";
  private static final List<String> ANYWHERE = List.of("java..", "javax.annotation..", "org.jspecify..",
      "org.immutables..");
  private static final String[] RECORD = {"io.aerodb.audit.json", "io.aerodb.audit.merkle", "io.aerodb.audit"};
  private static final String[] JUDGED = with(RECORD, "io.aerodb.audit.judge");
  private static final Map<String, String[]> FLOORS = new LinkedHashMap<>();

  static {
    floor("io.aerodb.kernel");
    floor("io.aerodb.audit.json", "tools.jackson.core..");
    floor("io.aerodb.audit.merkle");
    floor("io.aerodb.audit", RECORD);
    floor("io.aerodb.audit.judge", RECORD);
    floor("io.aerodb.audit.verify", RECORD);
    floor("io.aerodb.audit.store", JUDGED);
    floor(JOURNAL + ".disk");
    floor(JOURNAL + ".segment", with(JUDGED, JOURNAL + ".disk"));
    floor(JOURNAL + ".write", with(JUDGED, JOURNAL + ".disk", JOURNAL + ".segment", "org.slf4j.."));
    floor(JOURNAL + ".open", with(JUDGED, JOURNAL + ".disk", JOURNAL + ".segment", JOURNAL + ".write"));
    floor(JOURNAL, with(JUDGED, JOURNAL + ".."));
    floor("io.aerodb.command..", with(RECORD, "io.aerodb.kernel", "org.slf4j.."));
    floor("io.aerodb.sim..", "io.aerodb.kernel");
    floor("io.aerodb.freeze.claims");
    floor("io.aerodb.freeze.gate", "io.aerodb.freeze.claims", "io.aerodb.command..", "io.aerodb.kernel",
        "io.aerodb.audit.merkle");
    floor(CONSOLE + ".line", "io.aerodb.command..", "picocli..");
    floor(CONSOLE + ".print", "io.aerodb.command..", "io.aerodb.audit.json", "org.jline..");
    floor(CONSOLE + ".prompt", "io.aerodb.command..", CONSOLE + ".print", "org.jline..");
    floor(CONSOLE + ".command", "io.aerodb.command..", "io.aerodb.audit..", CONSOLE + ".line", CONSOLE + ".print",
        CONSOLE + ".prompt", "org.jline..");
    floor(CONSOLE, "io.aerodb.command..", "io.aerodb.kernel", "io.aerodb.audit..", CONSOLE + "..", "org.jline..");
  }

  private Floors() {}

  /** The floors, each as a rule. */
  static List<ArchRule> rules() {
    var rules = new ArrayList<ArchRule>();
    FLOORS.forEach((name, below) -> rules.add(classes().that().resideInAPackage(name).should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Stream.of(ANYWHERE.stream(), Stream.of(name), Arrays.stream(below))
            .flatMap(each -> each).toArray(String[]::new))
        .because("a floor stands on what lies below it")));
    return rules;
  }

  private static void floor(String name, String... below) {
    FLOORS.put(name, below);
  }

  private static String[] with(String[] floors, String... more) {
    return Stream.concat(Arrays.stream(floors), Arrays.stream(more)).toArray(String[]::new);
  }
}
