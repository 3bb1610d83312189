package com.acme.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.aerodb.testkit.rules.CommandModelRules;

/** What a host's build checks of the host. */
public final class HostRules {
  private HostRules() {}

  /** Throws what ArchUnit throws when a rule is broken. */
  public static void main(String... arguments) {
    JavaClasses host = new ClassFileImporter().importPackages("com.acme.host");
    CommandModelRules.ALL.check(host);
    System.out.println("checked: " + host.size());
    CommandModelRules.frontendsFreeOfKernelAccess("com.acme.host").check(host);
  }
}
