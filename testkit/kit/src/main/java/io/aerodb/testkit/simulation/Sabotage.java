package io.aerodb.testkit.simulation;

import io.aerodb.audit.AuditLog;
import io.aerodb.kernel.Kernel;

/** What may stand between the planes and what they work with: nothing, or a bug that the simulation has to find. */
interface Sabotage {
  Sabotage NONE = new Sabotage() {};

  default Kernel kernel(Kernel kernel) {
    return kernel;
  }

  default AuditLog log(AuditLog log) {
    return log;
  }
}
