/**
 * Real process kills: a test starts a host process, kills it at a chosen point, and looks at what it left behind. The
 * crash points are in wrappers around what a host injects; shipped code has none. What is found afterwards is the
 * affair of the test.
 */
package io.aerodb.testkit.crash;
