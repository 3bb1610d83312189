package io.aerodb.freeze.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.aerodb.freeze.gate.Ending;
import io.aerodb.freeze.gate.Evidence;
import io.aerodb.freeze.gate.TestRecord;
import io.aerodb.freeze.recorder.ProofRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** An error code counts where the library made it, not where a test named it. */
class RecordedCodesTest {
  @Test
  void only_what_the_library_made_is_recorded(@TempDir Path directory) throws IOException {
    var config = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Provocations.class)).build();

    LauncherFactory.create(config).execute(request, ProofRecorder.into(directory));

    Evidence evidence = Evidence.read(List.of(directory));
    assertThat(evidence.troubles()).isEmpty();
    assertThat(evidence.tests()).extracting(TestRecord::method)
        .containsExactly("the_library_makes_it", "the_library_makes_it_but_the_test_aborts");
    assertThat(evidence.tests()).extracting(TestRecord::ending).containsExactly(Ending.PASSED, Ending.ABORTED);
    assertThat(evidence.tests().getFirst().codes()).containsExactly("COMMAND_UNKNOWN");
  }
}
