package io.aerodb.freeze.project;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A search for the relative links that lead nowhere, in all Markdown files of a repository. */
final class BrokenLinks {
  private static final Set<String> NOT_KEPT = Set.of("target", ".git", "node_modules");

  private final Path root;
  private final Set<Path> kept = new TreeSet<>();

  private BrokenLinks(Path root) throws IOException {
    this.root = root.toAbsolutePath().normalize();
    Files.walkFileTree(this.root, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean skipped = NOT_KEPT.contains(directory.getFileName().toString());
        return skipped ? FileVisitResult.SKIP_SUBTREE : visitFile(directory, attributes);
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        kept.add(file);
        return FileVisitResult.CONTINUE;
      }
    });
  }

  /** Each broken link with its file and what is missing. */
  static List<String> of(Path root) throws IOException {
    var search = new BrokenLinks(root);
    var broken = new ArrayList<String>();
    for (Path file : search.files(".md")) {
      for (String link : MarkdownFile.read(file).links()) {
        search.missing(file, link)
            .ifPresent(missing -> broken.add(search.root.relativize(file) + ": '" + link + "': " + missing));
      }
    }
    return broken;
  }

  /** Each file of the repository whose name ends like that; none that a build makes. */
  static List<Path> files(Path root, String end) throws IOException {
    return new BrokenLinks(root).files(end);
  }

  private List<Path> files(String end) {
    return kept.stream().filter(file -> file.toString().endsWith(end)).toList();
  }

  private Optional<String> missing(Path from, String link) throws IOException {
    URI uri;
    try {
      uri = URI.create(link);
    } catch (IllegalArgumentException e) {
      return Optional.of("is no address");
    }
    if (uri.isAbsolute() || uri.getRawAuthority() != null) {
      return Optional.empty();
    }
    Path to = uri.getPath().isEmpty() ? from
        : uri.getPath().startsWith("/") ? root.resolve(uri.getPath().substring(1)).normalize()
            : from.resolveSibling(uri.getPath()).normalize();
    if (!kept.contains(to)) {
      return Optional.of("there is no file " + (to.startsWith(root) ? root.relativize(to) : to));
    }
    String anchor = uri.getFragment();
    return anchor == null || isThere(to, anchor) ? Optional.empty()
        : Optional.of("there is no #" + anchor + " in " + root.relativize(to));
  }

  private static boolean isThere(Path file, String anchor) throws IOException {
    if (anchor.matches("L\\d{1,6}") && Files.isRegularFile(file)) {
      return Files.readAllLines(file).size() >= Integer.parseInt(anchor.substring(1));
    }
    return file.toString().endsWith(".md") && MarkdownFile.read(file).anchors().contains(anchor);
  }
}
