package io.aerodb.testkit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's modules and its snippet for a host's pom are those of this build. */
class ReadmeModulesTest {
  @Test
  void each_module_that_the_readme_names_is_in_the_build() throws IOException {
    List<String> named = all(Pattern.compile("`(aerodb-[a-z-]+)`"), Readme.text());

    assertThat(named).hasSize(5);
    assertThat(elements("artifactId", pom())).containsAll(named);
  }

  @Test
  void the_snippet_names_a_module_in_the_version_of_the_build() throws IOException {
    String snippet = Readme.blocks(Readme.text()).stream().map(Readme.Block::text)
        .filter(text -> text.startsWith("<dependency>")).findFirst().orElseThrow();

    assertThat(elements("version", snippet)).containsExactly(elements("version", pom()).getFirst());
    assertThat(elements("groupId", snippet)).containsExactly(elements("groupId", pom()).getFirst());
    assertThat(elements("artifactId", pom())).containsAll(elements("artifactId", snippet));
  }

  private static String pom() throws IOException {
    return Files.readString(Readme.ROOT.resolve("pom.xml"));
  }

  private static List<String> elements(String name, String xml) {
    return all(Pattern.compile("<" + name + ">(.*)</" + name + ">"), xml);
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }
}
