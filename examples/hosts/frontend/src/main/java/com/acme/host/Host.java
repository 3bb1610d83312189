package com.acme.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.acme.console.AcmeConsole;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.command.Authority;
import io.aerodb.command.Operator;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.command.session.Session;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** The program: it opens the control plane, and gives the frontend a session and nothing else. */
public final class Host {
  private Host() {}

  /** With the address of a kernel, such as {@code sim:/tmp/cluster}, and the directory of the audit log. */
  public static void main(String... arguments) throws IOException {
    try (Kernel kernel = kernel(arguments[0]);
        AuditLog log = FileAuditLog.open(Path.of(arguments[1]), JournalOptions.builder().build());
        Session session = ControlPlane.on(kernel, log).open().session(new Operator("ann", Authority.OPERATOR))) {
      new AcmeConsole(session, new BufferedReader(new InputStreamReader(System.in, UTF_8)), System.out).run();
    }
  }

  private static Kernel kernel(String address) {
    int colon = address.indexOf(':');
    return ServiceLoader.load(KernelProvider.class).stream().map(ServiceLoader.Provider::get)
        .filter(found -> found.scheme().equals(address.substring(0, colon))).findFirst().orElseThrow()
        .open(address.substring(colon + 1));
  }
}
