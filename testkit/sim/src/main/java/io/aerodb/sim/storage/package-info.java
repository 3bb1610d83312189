/**
 * The storage of a simulated cluster: where each file lies, the locks of the directory, and the storages that change
 * the files, on disk, in memory or dying half-way. Exported to the test kit alone, which makes clusters without a force
 * for each step and stands beside the one step that decides. What the files mean is not known here.
 */
@NullMarked
package io.aerodb.sim.storage;

import org.jspecify.annotations.NullMarked;
