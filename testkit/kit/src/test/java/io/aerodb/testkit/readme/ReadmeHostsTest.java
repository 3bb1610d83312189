package io.aerodb.testkit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.testkit.audit.LogDuty;
import io.aerodb.testkit.kernel.KernelDuty;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the implementer's guide prints of the example hosts is what their builds compile and run. */
class ReadmeHostsTest {
  private static final String HOSTS = "examples/hosts/";
  private static final List<String> PRINTED = List.of("kernel/pom.xml",
      "kernel/src/test/java/com/acme/kernel/AcmeKernelTest.java",
      "kernel/src/test/java/com/acme/kernel/AcmeFixture.java",
      "kernel/src/main/java/com/acme/kernel/AcmeKernel.java",
      "kernel/src/main/java/com/acme/kernel/Cluster.java",
      "audit-log/src/test/java/com/acme/audit/DirectoryStoreTest.java",
      "audit-log/src/test/java/com/acme/audit/DirectoryFixture.java",
      "audit-log/src/main/java/com/acme/audit/DirectoryStore.java",
      "frontend/src/test/java/com/acme/host/ModelRulesTest.java",
      "audit-log/src/test/java/com/acme/audit/DirectorySimulationTest.java");

  @Test
  void the_guide_prints_the_kernel_the_log_and_what_proves_them() throws IOException {
    List<String> printed = Readme.blocks(Readme.guide()).stream().flatMap(block -> block.file().stream()).toList();

    assertThat(printed).containsExactlyElementsOf(PRINTED.stream().map(HOSTS::concat).toList());
  }

  @Test
  void the_page_for_newcomers_stays_short() throws IOException {
    assertThat(Readme.text().lines()).hasSizeLessThanOrEqualTo(150);
  }

  @Test
  void every_printed_line_is_the_line_of_the_file() throws IOException {
    for (Readme.Block block : Readme.blocks(Readme.guide())) {
      if (block.file().isPresent()) {
        String file = block.file().get();
        List<String> lines = Files.readAllLines(Readme.ROOT.resolve(file));
        assertThat(difference(block, file, lines)).isEmpty();
      }
    }
  }

  @Test
  void a_difference_is_told_with_its_place() {
    var block = new Readme.Block(10, Optional.of("A.java"), List.of("one", "two"));

    assertThat(difference(block, "A.java", List.of("one", "two"))).isEmpty();
    assertThat(difference(block, "A.java", List.of("one", "three")))
        .contains("README.md:11 is 'two' but A.java:2 is 'three'");
    assertThat(difference(block, "A.java", List.of("one"))).contains("README.md:11 is 'two' but A.java:2 is 'nothing'");
    assertThat(difference(block, "A.java", List.of("one", "two", "three")))
        .contains("README.md:12 is 'nothing' but A.java:3 is 'three'");
    assertThat(difference(block, "pom.xml", List.of("zero", "one", "two", "three"))).isEmpty();
    assertThat(difference(block, "pom.xml", List.of("two", "one"))).contains("README.md:10: pom.xml has no such part");
  }

  @Test
  void the_kit_counts_and_says_what_the_guide_says() throws IOException {
    assertThat(Readme.guide()).contains("A kernel has " + KernelDuty.values().length + " (`KernelDuty`)",
        "an audit log " + LogDuty.values().length + " (`LogDuty`)",
        "K-17 is broken: " + KernelDuty.EPOCH_COMPARED.sentence() + " ("
            + String.join(", ", KernelDuty.EPOCH_COMPARED.rules()) + ").\nFound: PROMOTION of n2 was not refused");
  }

  /** Where they differ first: a class is printed as a whole, of a pom one part. */
  private static Optional<String> difference(Readme.Block block, String file, List<String> lines) {
    List<String> printed = block.lines();
    if (file.endsWith(".xml")) {
      return Collections.indexOfSubList(lines, printed) >= 0 ? Optional.empty()
          : Optional.of("README.md:" + block.at() + ": " + file + " has no such part");
    }
    return IntStream.range(0, Math.max(printed.size(), lines.size()))
        .filter(i -> !line(printed, i).equals(line(lines, i))).mapToObj(i -> "README.md:" + (block.at() + i) + " is '"
            + line(printed, i) + "' but " + file + ":" + (i + 1) + " is '" + line(lines, i) + "'")
        .findFirst();
  }

  private static String line(List<String> lines, int i) {
    return i < lines.size() ? lines.get(i) : "nothing";
  }
}
