/**
 * A scripted person, for tests of frontends: {@link io.aerodb.testkit.person.ScriptedPerson} sits at two streams, reads
 * what a screen shows and types. It knows nothing but the screen: no challenge, no session, no frontend.
 */
@NullMarked
package io.aerodb.testkit.person;

import org.jspecify.annotations.NullMarked;
