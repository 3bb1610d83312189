package io.aerodb.testkit.kernel;

/** A group of tests, which {@link KernelKit} runs as a nested class. */
abstract class KernelGroup {
  private final KernelKit kit;

  KernelGroup(KernelKit kit) {
    this.kit = kit;
  }

  final KernelTestContext context() {
    return kit.context();
  }
}
