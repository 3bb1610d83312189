package io.aerodb.freeze.claims;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The annotation with which a test claims a rule, or an aspect of a command: the test fails if that does not hold. It
 * is a claim, not a proof: only a test that ran and passed counts, a parameterised one only when each of its
 * invocations passed.
 *
 * <pre>
 * {@literal @}Covers({"CM-9.1", "P7-F3"})
 * {@literal @}Covers(command = "request_promotion", aspect = Aspect.SUCCESS)
 * </pre>
 *
 * <p>On a class it counts for each test method of the class, of those that extend it, and of those nested in it. A
 * contract that is the same for several commands names the aspect on its method, and each class that extends it names
 * its command.
 *
 * @since 0.1
 */
@Documented
@Repeatable(Covers.All.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Covers {
  /** Ids of rules, as the rule list spells them. */
  String[] value() default {};

  /** Names of commands, as operators type them. */
  String[] command() default {};

  /** The aspects of each named command; without a command here, of those that the class names. */
  Aspect[] aspect() default {};

  /** Several of them. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.METHOD, ElementType.TYPE})
  @interface All {
    /** Each. */
    Covers[] value();
  }
}
