package io.aerodb.freeze.gate;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the recorder wrote of one test method.
 *
 * @param className the class that ran it
 * @param method its name
 * @param name the name that reports show
 * @param ending how it ended
 * @param claims what it claims: {@code CM-9.1}, {@code !P7-A1} for a negative test, {@code inspect_node/SUCCESS}
 * @param codes the error codes that the library made meanwhile
 * @since 0.1
 */
public record TestRecord(String className, String method, String name, Ending ending, SortedSet<String> claims,
    SortedSet<String> codes) {
  public TestRecord {
    claims = Collections.unmodifiableSortedSet(new TreeSet<>(claims));
    codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
  }

  /** Class and method. */
  public String id() {
    return className + "#" + method;
  }

  boolean passed() {
    return ending == Ending.PASSED;
  }

  /** Whether it claims the rule, be it as a negative test. */
  boolean claimsRule(String rule) {
    return claims.contains(rule) || claims.contains("!" + rule);
  }

  /** The one that counts where a test was run twice: it has the worst ending. */
  TestRecord and(TestRecord again) {
    var allClaims = new TreeSet<>(claims);
    allClaims.addAll(again.claims);
    var allCodes = new TreeSet<>(codes);
    allCodes.addAll(again.codes);
    return new TestRecord(className, method, name, ending.orWorse(again.ending), allClaims, allCodes);
  }

  TestRecord within(Ending ofClass) {
    return new TestRecord(className, method, name, ending.orWorse(ofClass), claims, codes);
  }
}
