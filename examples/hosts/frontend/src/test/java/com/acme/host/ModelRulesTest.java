package com.acme.host;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.acme.planted.Shortcut;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.aerodb.testkit.rules.CommandModelRules;
import java.util.List;

@AnalyzeClasses(packages = "com.acme", importOptions = ImportOption.DoNotIncludeTests.class)
class ModelRulesTest {
  @ArchTest
  static final ArchRule MODEL = CommandModelRules.ALL;

  @ArchTest
  static final ArchRule FRONTEND = CommandModelRules.frontendsFreeOfKernelAccess("com.acme.console..");

  @ArchTest
  static void the_rules_look_at_this_host(JavaClasses host) {
    assertTrue(host.contain("com.acme.console.AcmeConsole"), "the frontend");
    assertTrue(host.contain("com.acme.host.Host"), "what opens the plane for it");
  }

  @ArchTest
  static void a_planted_shortcut_would_be_found(JavaClasses host) {
    JavaClasses planted = new ClassFileImporter().importClasses(Shortcut.class);
    List<String> found = MODEL.evaluate(planted).getFailureReport().getDetails();

    assertTrue(found.size() == 1 && found.getFirst().contains("requestPromotion"), found::toString);
  }
}
