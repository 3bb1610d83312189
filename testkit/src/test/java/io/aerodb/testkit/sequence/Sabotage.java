package io.aerodb.testkit.sequence;

import io.aerodb.audit.AuditLog;
import io.aerodb.kernel.Kernel;

/** A bug that is planted between the planes and what they work with. */
interface Sabotage {
  Sabotage NONE = new Sabotage() {};

  default Kernel kernel(Kernel kernel) {
    return kernel;
  }

  default AuditLog log(AuditLog log) {
    return log;
  }
}
