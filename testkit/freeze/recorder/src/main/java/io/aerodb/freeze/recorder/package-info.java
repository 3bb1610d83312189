/**
 * The recorder that writes down, while the tests of a module run, which of them claim what and how they ended. It
 * judges nothing: that is the freeze gate's affair.
 *
 * <p>The JUnit Platform finds it on the class path. It does nothing unless the system property
 * {@link io.aerodb.freeze.recorder.ProofRecorder#DIRECTORY} names a directory. Each JVM writes a file of its own there,
 * one {@linkplain io.aerodb.freeze.claims.TestRecord#line line} for each claiming test method, when the method ended.
 */
@NullMarked
package io.aerodb.freeze.recorder;

import org.jspecify.annotations.NullMarked;
