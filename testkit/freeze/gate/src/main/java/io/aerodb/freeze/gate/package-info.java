/**
 * The freeze gate, which compares what the tests of a build proved with what must be proved and names every gap.
 *
 * <p>Here live the lists it judges by, the evidence, the gaps and the report. The annotations with which a test claims
 * live in {@link io.aerodb.freeze.claims}; the recorder that writes the evidence is a jar of its own on the class path
 * of the tests.
 */
package io.aerodb.freeze.gate;
