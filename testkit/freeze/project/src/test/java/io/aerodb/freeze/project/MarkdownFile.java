package io.aerodb.freeze.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A Markdown file as a reader sees it: its links, its headings and its sections; what stands in code is no link. */
record MarkdownFile(Path path, String text) {
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *(```+|~~~+).*?^ *\\1 *$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)|(?m)^ {0,3}\\[[^\\]]+\\]:\\s*<?([^\\s>]+)|(?:href|src)=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?)[ #]*$");

  static MarkdownFile read(Path path) throws IOException {
    return new MarkdownFile(path, FENCED.matcher(Files.readString(path)).replaceAll(""));
  }

  /** The target of each link and picture, as written. */
  List<String> links() {
    return LINK.matcher(CODE.matcher(text).replaceAll("")).results()
        .map(link -> link.group(1) != null ? link.group(1) : link.group(2) != null ? link.group(2) : link.group(3))
        .toList();
  }

  /** What stands between single backticks. */
  List<String> code() {
    return CODE.matcher(text).results().map(code -> code.group(1)).toList();
  }

  /** The anchors that GitHub gives the headings: lower case, no punctuation, hyphens, and a number for a second one. */
  Set<String> anchors() {
    var anchors = new HashSet<String>();
    for (MatchResult heading : HEADING.matcher(text).results().toList()) {
      String anchor = heading.group(1).replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT)
          .replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
      int earlier = 0;
      while (!anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier)) {
        earlier++;
      }
    }
    return anchors;
  }

  /** The part from that heading to the next of its level, each numbered item of it on its own. */
  List<MarkdownFile> items(String heading) {
    String section = text.substring(text.indexOf("## " + heading + "\n")).split("\n## ", 2)[0];
    return Pattern.compile("(?ms)^\\d+\\. .*?(?=^\\d+\\. |^$|\\z)").matcher(section).results()
        .map(item -> new MarkdownFile(path, item.group())).toList();
  }
}
