package io.aerodb.kernel;

/**
 * Opens a kernel from an address that an operator typed, such as {@code sim:/var/lib/demo}. Found by a frontend through
 * {@link java.util.ServiceLoader}; an embedding host constructs its adapter itself and needs none.
 *
 * @since 0.1
 */
public interface KernelProvider {
  /** What stands before the first colon of the addresses it opens; lower-case letters. */
  String scheme();

  /**
   * Opens the adapter. Must not change anything in the cluster.
   *
   * @param location what stands after the first colon, as typed
   * @return the open adapter; the caller closes it
   * @throws IllegalArgumentException when the location is not one this provider can open; the message names it and says
   *     what is legal
   * @throws KernelUnavailableException when it could not be reached
   */
  Kernel open(String location);
}
