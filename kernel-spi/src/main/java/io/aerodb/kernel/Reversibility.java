package io.aerodb.kernel;

/**
 * Whether what happens can be undone by a later command.
 *
 * @since 0.1
 */
public enum Reversibility {
  REVERSIBLE,
  IRREVERSIBLE
}
