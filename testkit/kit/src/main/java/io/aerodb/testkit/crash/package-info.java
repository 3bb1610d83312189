/**
 * Kills a host process for real, at a point that was chosen, so that a test can look at what it left behind. The crash
 * points are in wrappers around what a host injects; shipped code has none. What is found afterwards is the affair of
 * the test.
 */
package io.aerodb.testkit.crash;
