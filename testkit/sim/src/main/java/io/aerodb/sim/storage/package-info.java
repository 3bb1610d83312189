/**
 * What a simulated cluster lies on: its files and where each stands, the locks of its directory, and the storages that
 * change them: the disk, the memory, one that dies half-way. Exported to the test kit alone, which makes clusters
 * without a force for each step and stands beside the one step that decides. What the files mean does not live here.
 */
@NullMarked
package io.aerodb.sim.storage;

import org.jspecify.annotations.NullMarked;
