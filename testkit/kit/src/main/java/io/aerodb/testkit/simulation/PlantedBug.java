package io.aerodb.testkit.simulation;

import io.aerodb.audit.AuditLog;
import io.aerodb.kernel.Kernel;

/** A bug that is put between the planes and their kernel or log on purpose, for the simulation to find. */
interface PlantedBug {
  /** No bug at all. */
  PlantedBug NONE = new PlantedBug() {};

  default Kernel kernel(Kernel kernel) {
    return kernel;
  }

  default AuditLog log(AuditLog log) {
    return log;
  }
}
