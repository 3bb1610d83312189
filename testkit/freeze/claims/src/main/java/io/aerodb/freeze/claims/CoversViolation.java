package io.aerodb.freeze.claims;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The annotation with which a test claims to attack a rule: it attempts what the rule forbids and sees it refused, or
 * breaks what the rule relies on and sees it hold. It counts in the same way as {@link Covers}.
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
