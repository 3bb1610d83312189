package io.aerodb.testkit.arbitraries;

import io.aerodb.command.error.SafeText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Random texts: ids, what an operator may type, what a kernel may say, and what nobody should be able to slip in. The
 * first characters are always the plain ones, so that a failure that does not need a strange character shrinks to one
 * without.
 *
 * @since 0.1
 */
public final class TextArbitraries {
  private static final String ID_TAIL = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ._-";
  private static final int ID_HEADS = ID_TAIL.length() - 3;
  private static final int MAX_ID = 64;
  private static final int SHORT = 40;
  private static final int LETTER_WEIGHT = 4;
  private static final int TABLE_WEIGHT = 12;
  private static final int BRIEF_WEIGHT = 30;

  /** Controls, terminal escapes, bidi overrides and isolates, joiners, separators, a BOM, a tag character. */
  private static final String[] FORBIDDEN = {"\u0000", "\t", "\n", "\r", "\u0007", "\b", "\u001B[2J",
      "\u001B]0;owned\u0007",
      "\u001B[1A\u001B[2K", "\u007F", "\u0085", "\u009B31m", "\u00AD", "\u061C", "\u200B", "\u200D", "\u200E", "\u200F",
      "\u202A", "\u202E", "\u2066", "\u2069", "\u2028", "\u2029", "\uFEFF", "\uFFF9", "\uDB40\uDC41"};
  /**
   * Legal, and apt to be mishandled: quotes, escapes, look-alikes, combining marks, right-to-left, astral, white space.
   */
  private static final String[] AWKWARD = {"\\", "\"", "'", "{", "}", "\\u0041", "%s", "${x}", "e\u0301",
      "\u0430", "\u05D0", "\u0627", "\u4E2D", "\uD83D\uDE00", "\uD842\uDFB7", "\u00A0", "\u2003", "\u3000", "\uFFFD",
      "\u0130",
      "\uFB01", "\uE000"};
  private static final String[] LONE = {"\uD800", "\uDBFF", "\uDC00", "\uDFFF"};

  private TextArbitraries() {}

  /** Ids of nodes, clusters and requests: the exact form, 1 to 64 characters. */
  public static Arbitrary<String> ids() {
    Arbitrary<String> head = Arbitraries.integers().between(0, ID_HEADS - 1).map(i -> ID_TAIL.substring(i, i + 1));
    Arbitrary<String> tail = Arbitraries.integers().between(0, ID_TAIL.length() - 1)
        .map(i -> ID_TAIL.substring(i, i + 1)).list().ofMaxSize(MAX_ID - 1).map(parts -> String.join("", parts));
    return Combinators.combine(head, tail).as(String::concat);
  }

  /** What an operator may type: 1 to 500 characters, no category Cc, Cf, Zl, Zp or Cs. */
  public static Arbitrary<String> legalTexts() {
    return texts(500, pieces());
  }

  /**
   * What a kernel may say: anything but lone surrogates, terminal escapes and bidi controls included.
   *
   * @param max most UTF-16 units, 2 or more; at least one
   */
  public static Arbitrary<String> kernelTexts(int max) {
    return texts(max, pieces(FORBIDDEN));
  }

  /**
   * What an attacker or a broken terminal may send: empty, blank, controls, escapes, bidi, separators, lone surrogates,
   * astral, very long.
   */
  public static Arbitrary<String> hostileTexts() {
    Arbitrary<String> mixed = pieces(FORBIDDEN, LONE).list().ofMaxSize(40).map(parts -> String.join("", parts));
    return Arbitraries.frequencyOf(Tuple.of(19, mixed), Tuple.of(1, longTexts()));
  }

  /** Texts that an operator may not type: each holds a forbidden code point, or is empty or too long. */
  public static Arbitrary<String> illegalTexts() {
    Arbitrary<String> spiked = Combinators.combine(legalTexts(), Arbitraries.of(FORBIDDEN), Arbitraries.of(LONE),
        Arbitraries.of(true, false)).as((text, forbidden, lone, plain) -> text + (plain ? forbidden : lone));
    return Arbitraries.frequencyOf(Tuple.of(8, spiked), Tuple.of(1, Arbitraries.just("")), Tuple.of(1, longTexts()));
  }

  /** Texts just past each limit of the model, and far past all of them. */
  private static Arbitrary<String> longTexts() {
    return Combinators.combine(Arbitraries.of("a", "\uD83D\uDE00"),
        Arbitraries.of(501, 1_001, 4_001, 17_000, 70_000)).as(String::repeat);
  }

  private static Arbitrary<String> texts(int max, Arbitrary<String> pieces) {
    Arbitrary<String> brief = pieces.list().ofMinSize(1).ofMaxSize(Math.min(max, SHORT))
        .map(parts -> cut(String.join("", parts), max));
    Arbitrary<Integer> lengths = Arbitraries.integers().between(1, BRIEF_WEIGHT * max)
        .withDistribution(RandomDistribution.uniform()).edgeCases(config -> config.none());
    int longer = (BRIEF_WEIGHT - 1) * max;
    return Combinators.combine(brief, lengths)
        .as((text, length) -> length <= longer ? text : "a".repeat(length - longer));
  }

  /** Never leaves half of a pair, and never nothing: no piece is longer than what the smallest limit leaves. */
  private static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }

  /**
   * Pieces of text by their place in one order: letters, the rest of ASCII, what is awkward, what is strange, any other
   * code point. One number decides, so that every piece can shrink to an {@code a}, and a long text costs little.
   */
  private static Arbitrary<String> pieces(String[]... strange) {
    var table = new ArrayList<String>();
    IntStream.rangeClosed('a', 'z').mapToObj(Character::toString)
        .forEach(letter -> table.addAll(Collections.nCopies(LETTER_WEIGHT, letter)));
    IntStream.rangeClosed(' ', '~').filter(c -> c < 'a' || c > 'z').mapToObj(Character::toString).forEach(table::add);
    table.addAll(List.of(AWKWARD));
    for (String[] some : strange) {
      table.addAll(List.of(some));
    }
    int share = TABLE_WEIGHT * Character.MAX_CODE_POINT / table.size();
    int points = share * table.size();
    return Arbitraries.integers().between(0, points + Character.MAX_CODE_POINT)
        .withDistribution(RandomDistribution.uniform()).edgeCases(config -> config.none())
        .map(place -> place < points ? table.get(place / share) : point(place - points));
  }

  /** That code point, or another one where it is forbidden. */
  private static String point(int codePoint) {
    return SafeText.isForbidden(codePoint) ? AWKWARD[0] : Character.toString(codePoint);
  }
}
