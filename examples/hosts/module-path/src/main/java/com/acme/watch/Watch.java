package com.acme.watch;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.command.Authority;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.Operator;
import io.aerodb.command.RequestId;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Session;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelProvider;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ServiceLoader;

/** A program that shows an observer who is primary. */
public final class Watch {
  private Watch() {}

  /** With the address of a kernel, such as {@code sim:/tmp/cluster}, and the directory of the audit log. */
  public static void main(String... arguments) {
    String[] address = arguments[0].split(":", 2);
    KernelProvider provider = ServiceLoader.load(KernelProvider.class).stream().map(ServiceLoader.Provider::get)
        .filter(found -> found.scheme().equals(address[0])).findFirst().orElseThrow();
    try (Kernel kernel = provider.open(address[1]);
        AuditLog log = FileAuditLog.open(Path.of(arguments[1]), JournalOptions.builder().build());
        Session session = ControlPlane.on(kernel, log).open().session(new Operator("ann", Authority.OBSERVER))) {
      Outcome<ClusterState> outcome = session.run(RequestId.mint(new SecureRandom()), new InspectClusterState());
      System.out.println(switch (outcome) {
        case Outcome.Executed<ClusterState> seen -> "primary: " + seen.value().primary();
        case Outcome.NotExecuted<ClusterState> refused -> refused.text();
        case Outcome.Unknown<ClusterState> unknown -> unknown.text();
      });
      System.out.println(log.verify() + " in " + Watch.class.getModule());
    }
  }
}
