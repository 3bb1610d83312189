package io.aerodb.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Lists what a rule finds in named classes, in order, without package names and line numbers. */
final class Violations {
  private Violations() {}

  static List<String> of(ArchRule rule, Class<?>... types) {
    return of(rule, new ClassFileImporter().importClasses(types));
  }

  static List<String> of(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails().stream()
        .map(text -> text.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "").replaceAll(":\\d+\\)", ")"))
        .sorted().toList();
  }
}
