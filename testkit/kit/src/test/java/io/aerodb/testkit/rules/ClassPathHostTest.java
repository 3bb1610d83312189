package io.aerodb.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the rules on code that only a class path allows, and on libraries that this build does not have. */
class ClassPathHostTest {
  private static final String SPEAKS =
      " Object go(io.aerodb.command.session.Session s, io.aerodb.command.CommandInput i)"
          + " { return s.submit(i); } ";

  @TempDir
  Path dir;

  @Test
  void a_package_that_no_module_exports_is_found() throws IOException {
    List<String> found = violations(CommandModelRules.ONLY_EXPORTED_PACKAGES, Map.of("com.acme.Peek",
        "package com.acme; class Peek extends java.util.ArrayList<io.aerodb.audit.judge.LogState> {"
            + " Object o = io.aerodb.audit.judge.LogSnapshot.EMPTY; io.aerodb.audit.journal.disk.Disk[] disks; }"));

    assertThat(found).containsExactly(
        "Class <Peek> has generic superclass <ArrayList<LogState>> with type argument depending on <LogState> "
            + "in (Peek.java)",
        "Constructor <Peek.<init>()> gets field <LogSnapshot.EMPTY> in (Peek.java)",
        "Field <Peek.disks> depends on component type <Disk> in (Peek.java)");
  }

  @Test
  void a_class_in_a_package_of_the_library_is_found() throws IOException {
    List<String> found = violations(CommandModelRules.NO_CLASS_IN_A_LIBRARY_PACKAGE,
        Map.of("io.aerodb.command.session.Forged", "package io.aerodb.command.session; class Forged {}",
            "io.aerodb.commander.Other", "package io.aerodb.commander; class Other {}"));

    assertThat(found).containsExactly("Class <Forged> lives in a package of the library in (Forged.java)");
  }

  @Test
  void a_retry_annotation_is_found_also_composed_or_on_an_enclosing_class() throws IOException {
    List<String> found = violations(CommandModelRules.NO_RETRY_LIBRARY_AROUND_THE_PLANE, Map.of(
        "com.acme.Insist",
        "package com.acme; @org.springframework.retry.annotation.Retryable public @interface Insist {}",
        "com.acme.Direct",
        "package com.acme; class Direct { @org.springframework.retry.annotation.Retryable" + SPEAKS + "}",
        "com.acme.Composed", "package com.acme; class Composed { @Insist" + SPEAKS + "}",
        "com.acme.Around", "package com.acme; @Insist class Around { static class In {" + SPEAKS + "} }",
        "com.acme.Silent", "package com.acme; @Insist class Silent {}"));

    assertThat(found).containsExactly("Class <Around> is annotated with <Insist> in (Around.java)",
        "Method <Composed.go(Session, CommandInput)> is annotated with <Insist> in (Composed.java)",
        "Method <Direct.go(Session, CommandInput)> is annotated with <Retryable> in (Direct.java)");
  }

  @Test
  void a_retry_type_is_found() throws IOException {
    List<String> found = violations(CommandModelRules.NO_RETRY_LIBRARY_AROUND_THE_PLANE, Map.of("com.acme.Fails",
        "package com.acme; class Fails { dev.failsafe.Failsafe policy;" + SPEAKS + "}"));

    assertThat(found).containsExactly("Field <Fails.policy> has type <Failsafe> in (Fails.java)");
  }

  @Test
  void a_scheduling_annotation_is_found() throws IOException {
    List<String> found = violations(CommandModelRules.NO_TIMER_OR_EXECUTOR_BEFORE_THE_PLANE, Map.of("com.acme.Hourly",
        "package com.acme; class Hourly { @org.springframework.scheduling.annotation.Scheduled" + SPEAKS + "}"));

    assertThat(found).containsExactly(
        "Method <Hourly.go(Session, CommandInput)> is annotated with <Scheduled> in (Hourly.java)");
  }

  private List<String> violations(ArchRule rule, Map<String, String> sources) throws IOException {
    var all = new TreeMap<>(sources);
    all.put("org.springframework.retry.annotation.Retryable",
        "package org.springframework.retry.annotation; public @interface Retryable {}");
    all.put("org.springframework.scheduling.annotation.Scheduled",
        "package org.springframework.scheduling.annotation; public @interface Scheduled {}");
    all.put("dev.failsafe.Failsafe", "package dev.failsafe; public class Failsafe {}");
    assertThat(Sources.compile(dir, Sources.library(), all)).isEmpty();
    return Violations.of(rule, new ClassFileImporter().importPath(dir));
  }
}
