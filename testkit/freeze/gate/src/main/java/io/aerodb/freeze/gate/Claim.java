package io.aerodb.freeze.gate;

import io.aerodb.freeze.claims.Aspect;
import java.util.Arrays;
import java.util.Optional;

/** A claim as the recorder writes it, read. */
sealed interface Claim {
  /** A rule, be it by a negative test. */
  record OfRule(String rule, boolean attack) implements Claim {}

  /** An aspect of a command; empty where the text names none that there is. */
  record OfCommand(String command, Optional<Aspect> aspect) implements Claim {}

  static Claim of(String text) {
    int slash = text.indexOf('/');
    if (slash >= 0) {
      String aspect = text.substring(slash + 1);
      return new OfCommand(text.substring(0, slash),
          Arrays.stream(Aspect.values()).filter(each -> each.name().equals(aspect)).findFirst());
    }
    return text.startsWith("!") ? new OfRule(text.substring(1), true) : new OfRule(text, false);
  }

  /** The annotation that makes it. */
  static String annotation(String text) {
    return switch (of(text)) {
      case OfRule(String rule, boolean attack) -> (attack ? "@CoversViolation(\"" : "@Covers(\"") + rule + "\")";
      case OfCommand(String command, Optional<Aspect> aspect) ->
          "@Covers(command = \"" + command + "\", aspect = Aspect."
              + aspect.map(Aspect::name).orElse("…") + ")";
    };
  }
}
