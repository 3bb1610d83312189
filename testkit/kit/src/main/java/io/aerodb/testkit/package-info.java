/**
 * Tests that a host runs against a kernel, an audit log or a frontend of its own, and doubles for its tests.
 *
 * <p>Contract kits are in {@code kernel} and {@code audit}: a host extends one class and supplies a fixture, which
 * answers each scenario of the kit with an {@link io.aerodb.testkit.Arrangement}. {@code rules} looks at the class
 * files of a frontend, {@code simulation} sets operators to work from one seed, {@code crash} kills processes.
 * {@code fault}, {@code arbitraries} and {@code terminal} have what such tests are made of.
 *
 * <p>Not here: the simulated kernel, which is {@code io.aerodb.sim}.
 */
@NullMarked
package io.aerodb.testkit;

import org.jspecify.annotations.NullMarked;
