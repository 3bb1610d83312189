/**
 * What is typed at a terminal: command lines, and the answers to a confirmation.
 *
 * <p>Everything is taken as it is typed and judged elsewhere. An end of input is a refusal, here and nowhere else.
 */
@NullMarked
package io.aerodb.console.prompt;

import org.jspecify.annotations.NullMarked;
