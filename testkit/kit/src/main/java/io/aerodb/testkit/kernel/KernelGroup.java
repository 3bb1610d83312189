package io.aerodb.testkit.kernel;

/** One group of the kit's tests; the kit makes a nested class of each. */
abstract class KernelGroup {
  private final KernelKit kit;

  KernelGroup(KernelKit kit) {
    this.kit = kit;
  }

  final KernelTestContext context() {
    return kit.context();
  }
}
