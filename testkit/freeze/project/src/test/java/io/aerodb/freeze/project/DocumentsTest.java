package io.aerodb.freeze.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.CommandType;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.kernel.MemberDiagnostics;
import io.aerodb.kernel.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that what the documents of the repository point at and name is there. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..", "..", "..");
  private static final Path MODEL =
      Path.of("src", "main", "resources", "io", "aerodb", "freeze", "project", "command-model.md");

  @TempDir
  private Path planted;

  @Test
  void every_relative_link_leads_to_a_file_and_a_heading_that_are_there() throws IOException {
    assertThat(BrokenLinks.files(ROOT, ".md")).extracting(file -> ROOT.toRealPath().relativize(file).toString())
        .contains("README.md", "core/README.md", "audit-spi/README.md", "testkit/kit/README.md",
            ".github/CONTRIBUTING.md");
    assertThat(BrokenLinks.of(ROOT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"[gone](gone.md) | gone.md | there is no file sub/gone.md",
      "![gone](../gone.png 'a title') | ../gone.png | there is no file gone.png",
      "[out](../../out.md) | ../../out.md | there is no file ",
      "[out](/gone.md) | /gone.md | there is no file gone.md",
      "[case](readme.md) | readme.md | there is no file sub/readme.md",
      "[built](../target/matrix.md) | ../target/matrix.md | there is no file target/matrix.md",
      "[head](README.md#three) | README.md#three | there is no #three in sub/README.md",
      "[here](#three) | #three | there is no #three in sub/page.md",
      "[line](../A.java#L3) | ../A.java#L3 | there is no #L3 in A.java",
      "[name](../A.java#a) | ../A.java#a | there is no #a in A.java",
      "[ref] | gone.md | there is no file sub/gone.md", "<a href=\"gone\">gone</a> | gone | there is no file sub/gone",
      "[odd](a^b.md) | a^b.md | is no address"})
  void a_planted_broken_link_is_named_with_its_file_and_what_is_missing(String text, String link, String missing)
      throws IOException {
    plant(text + (text.equals("[ref]") ? "\n\n[ref]: gone.md\n" : ""));

    assertThat(BrokenLinks.of(planted)).singleElement().asString()
        .startsWith("sub/page.md: '" + link + "': " + missing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a](README.md)", "[a](../A.java#L2)", "[a](.)", "[a](README.md#one-two_2)", "[a](#page)",
      "[a](README.md#one-two_2-1)", "[a](https://example.org/gone)", "[a](mailto:a@example.org)", "`[a](gone.md)`",
      "```\n[a](gone.md)\n```", "[`code` and\nmore](README.md \"a title\")", "[a](/A.java)"})
  void a_link_that_leads_somewhere_is_left_alone(String text) throws IOException {
    plant(text);

    assertThat(BrokenLinks.of(planted)).isEmpty();
  }

  @Test
  void each_of_the_ten_answers_names_what_its_file_holds() throws IOException {
    Path guide = ROOT.resolve(".github/CONTRIBUTING.md");
    List<MarkdownFile> answers = MarkdownFile.read(guide).items("Ten questions and answers");

    assertThat(answers).hasSize(10);
    for (MarkdownFile answer : answers) {
      assertThat(answer.links()).as(answer.text()).isNotEmpty();
      Set<String> held = new HashSet<>();
      for (String link : answer.links()) {
        held.addAll(List.of(Files.readString(guide.resolveSibling(link)).split("\\W+")));
      }
      assertThat(answer.code()).as(answer.text()).isNotEmpty().flatMap(code -> List.of(code.split("\\W+")))
          .filteredOn(name -> !held.contains(name)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".github/CONTRIBUTING.md", ".github/CHANGELOG.md", ".github/SECURITY.md", "core/README.md",
      "audit-spi/README.md"})
  void every_type_that_a_document_names_exists(String document) throws IOException {
    Pattern declared = Pattern.compile("\\b(?:class|interface|record|enum) (\\w+)");
    Set<String> types = new HashSet<>();
    for (Path source : BrokenLinks.files(ROOT, ".java")) {
      declared.matcher(Files.readString(source)).results().forEach(type -> types.add(type.group(1)));
    }

    assertThat(MarkdownFile.read(ROOT.resolve(document)).code())
        .filteredOn(code -> code.matches("(?:[A-Z][a-z]+){2,}(?:\\.\\w+)*")).map(code -> code.split("\\.")[0])
        .filteredOn(type -> !types.contains(type)).isEmpty();
  }

  @Test
  void the_authority_defines_the_commands_that_there_are_and_no_other() throws IOException {
    String authority = Files.readString(MODEL.resolveSibling("phase7-command-model.txt"));

    assertThat(Pattern.compile("(?m)^\\d\\.\\d (\\w+_\\w+)$").matcher(authority).results().map(name -> name.group(1)))
        .containsExactly(names());
  }

  @Test
  void the_readme_names_every_command() throws IOException {
    assertThat(MarkdownFile.read(ROOT.resolve("README.md")).code()).contains(names());
  }

  @Test
  void every_code_that_the_model_document_names_exists() throws IOException {
    List<String> known = Stream.of(ErrorCode.values(), MemberDiagnostics.Completion.values(),
        Snapshot.Verification.values()).flatMap(Arrays::stream).map(Enum::name).toList();

    assertThat(MarkdownFile.read(MODEL).code()).filteredOn(code -> code.matches("[A-Z]+(_[A-Z]+)+"))
        .hasSizeGreaterThan(20).isSubsetOf(known);
  }

  private static String[] names() {
    return Arrays.stream(CommandType.values()).map(CommandType::wireName).toArray(String[]::new);
  }

  /** A page with that text, beside it a file with headings, and one that only a build makes. */
  private void plant(String text) throws IOException {
    Path sub = Files.createDirectories(planted.resolve("sub"));
    Files.writeString(sub.resolve("page.md"), "# Page\n\n" + text + "\n");
    Files.writeString(sub.resolve("README.md"), "# One `two_2`!\n## One two_2\n```\n# Three\n```\n");
    Files.writeString(planted.resolve("A.java"), "class A {\n}\n");
    Files.createFile(Files.createDirectories(planted.resolve("target")).resolve("matrix.md"));
  }
}
