package com.acme.host;

import io.aerodb.audit.MemoryAuditLog;
import io.aerodb.command.Authority;
import io.aerodb.command.Operator;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelProvider;
import io.aerodb.kernel.NodeId;
import io.aerodb.testkit.person.ScriptedPerson;
import io.aerodb.testkit.sim.SimulatedCluster;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.ServiceLoader;

/** Finds a kernel by its scheme, looks at the cluster and demotes its primary, as a person would. */
public final class Host {
  private Host() {}

  /** Runs it in a directory that does not exist yet. */
  public static void main(String... arguments) {
    var nodes = List.of(new NodeId("n1"), new NodeId("n2"), new NodeId("n3"));
    SimulatedCluster.create(Path.of(arguments[0]), new ClusterId("it"), nodes, InstantSource.system());
    KernelProvider provider = ServiceLoader.load(KernelProvider.class).stream().map(ServiceLoader.Provider::get)
        .filter(found -> found.scheme().equals("sim")).findFirst().orElseThrow();
    try (Kernel kernel = provider.open(arguments[0]); var log = MemoryAuditLog.of("it")) {
      ControlPlane plane = ControlPlane.on(kernel, log).open();
      try (var session = plane.session(new Operator("ann", Authority.OPERATOR))) {
        var console = new Console(session, ScriptedPerson::answerTo);
        System.out.println(console.run("{\"request\":\"r1\",\"command\":\"inspect_cluster_state\"}").text());
        System.out.println(console.run("{\"request\":\"r2\",\"command\":\"request_demotion\","
            + "\"arguments\":{\"primary\":\"n1\",\"reason\":\"maintenance\"}}").text());
      }
      System.out.println(log.verify());
    }
    System.out.println("module: " + Host.class.getModule().getName());
  }
}
