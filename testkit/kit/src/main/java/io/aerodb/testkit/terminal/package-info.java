/**
 * A scripted person for tests of frontends: {@link io.aerodb.testkit.terminal.ScriptedOperator} reads what a screen
 * shows, and types. It knows nothing but the screen: no challenge, no session, no frontend.
 */
@NullMarked
package io.aerodb.testkit.terminal;

import org.jspecify.annotations.NullMarked;
