/**
 * Writes down, while the tests of a module run, which of them claim what and how they ended, and which error codes the library made
 * meanwhile. It judges nothing: that is the freeze gate's affair.
 *
 * <p>It is found by the JUnit Platform on the class path and does nothing unless the system property
 * {@link io.aerodb.freeze.recorder.ProofRecorder#DIRECTORY} names a directory. Each JVM writes a file of its own there, one line of JSON
 * for each test method, when the method ended.
 */
@org.jspecify.annotations.NullMarked
package io.aerodb.freeze.recorder;
