/**
 * A command line as words: settings, a verb and its arguments, none of them judged.
 *
 * <p>What the ten commands take is read from {@link io.aerodb.command.CommandType}, so that no list of them stands
 * here.
 */
@NullMarked
package io.aerodb.console.line;

import org.jspecify.annotations.NullMarked;
