package io.aerodb.freeze.recorder;

import static java.util.stream.Collectors.toMap;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What one recorder wrote of some classes. */
record Recording(List<String> lines) {
  private static final Pattern METHOD = Pattern.compile("\"method\":\"(\\w+)");
  private static final Pattern ENDING = Pattern.compile("\"ending\":\"(\\w+)");
  private static final Pattern CLAIMS = Pattern.compile("\"claims\":\\[([^]]*)]");

  static Recording of(Class<?>... types) {
    try {
      Path directory = Files.createTempDirectory(Path.of("target"), "recording");
      var config = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
      var request = LauncherDiscoveryRequestBuilder.request();
      for (Class<?> type : types) {
        request.selectors(selectClass(type));
      }
      LauncherFactory.create(config).execute(request.build(), ProofRecorder.into(directory.resolve("proofs")));
      return new Recording(read(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(Path directory) throws IOException {
    var lines = new ArrayList<String>();
    try (var files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }

  /** How each method ended. */
  Map<String, String> endings() {
    return byMethod(ENDING);
  }

  /** What each method claims. */
  Map<String, String> claims() {
    return byMethod(CLAIMS);
  }

  private Map<String, String> byMethod(Pattern what) {
    return lines.stream().filter(line -> line.contains("\"method\""))
        .collect(toMap(line -> find(METHOD, line), line -> find(what, line).replace("\"", ""), (a, b) -> a + " " + b,
            TreeMap::new));
  }

  private static String find(Pattern what, String line) {
    Matcher found = what.matcher(line);
    return found.find() ? found.group(1) : "";
  }
}
