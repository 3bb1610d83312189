/**
 * What an operator is told before anything happens: {@link io.aerodb.command.explain.Explanation}, and the pure
 * {@link io.aerodb.command.explain.Explainer} and {@link io.aerodb.command.explain.Judgement} that make it and decide
 * from the same facts.
 *
 * <p>Everything here is a function of its arguments: no clock, no I/O, no SPI call, no logger, so that the same kernel
 * state and input give the same explanation byte for byte (P7-D1). Facts only: no advice, no ranking, and nothing that
 * hints at a force (P7-A3).
 */
package io.aerodb.command.explain;
