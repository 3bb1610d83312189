package io.aerodb.freeze.gate;

import java.util.List;
import java.util.stream.Stream;

/** Whether anything was recorded at all, so that a build in part is not taken for one without tests. */
final class RecorderCheck {
  private RecorderCheck() {}

  static List<Gap> gaps(Evidence evidence) {
    return Stream.concat(
        evidence.silent().stream().map(directory -> new Gap(Gap.Kind.NO_EVIDENCE, directory.toString(),
            "no test was recorded in " + directory + ": run all modules in one build, with tests, and give each module "
                + "aerodb-freeze-recorder in test scope")),
        evidence.troubles().stream().map(trouble -> new Gap(Gap.Kind.NO_EVIDENCE, "recorder", trouble))).toList();
  }
}
