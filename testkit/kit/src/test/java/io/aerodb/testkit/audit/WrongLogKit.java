package io.aerodb.testkit.audit;

import io.aerodb.testkit.kernel.KitRun;
import io.aerodb.testkit.plane.TmpfsDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.io.TempDir;

/** The kit over a journal and one of the {@link WrongLogs}; run by {@link WrongLogsTest} alone. */
@ExtendWith(WrongLogKit.Chosen.class)
class WrongLogKit extends AuditLogKit {
  @TempDir(factory = TmpfsDirectory.class)
  Path directory;
  private WrongLogs wrong;

  @Override
  protected AuditLogFixture fixture() {
    return wrong.fixture(directory);
  }

  /** Hands the kit the double that its run was asked for. */
  static final class Chosen implements TestInstancePostProcessor {
    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
      if (instance instanceof WrongLogKit kit) {
        kit.wrong = WrongLogs.valueOf(context.getConfigurationParameter(KitRun.DOUBLE).orElseThrow());
      }
    }
  }
}
