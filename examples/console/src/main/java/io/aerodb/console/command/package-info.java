/**
 * What the sub-commands do, one file for each group of them, and the exit code that each ends with.
 *
 * <p>The ten go to a session as they were typed; {@code trail} and {@code unresolved} read the journal and nothing
 * else.
 */
@NullMarked
package io.aerodb.console.command;

import org.jspecify.annotations.NullMarked;
