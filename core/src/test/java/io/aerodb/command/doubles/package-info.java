/**
 * Kernels, logs and clocks that do what a test says, and values with good defaults. No double decides anything by
 * itself.
 */
package io.aerodb.command.doubles;
