package io.aerodb.freeze.claims;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a test is the negative one of a rule: it attempts what the rule forbids and sees it refused, or breaks what
 * the rule relies on and sees it hold. It claims the rule as {@link Covers} does, and counts in the same way.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CoversViolation {
  /** Ids of rules, as the rule list spells them. */
  String[] value();
}
