package com.acme.kernel;

import io.aerodb.testkit.kernel.KernelFixture;
import io.aerodb.testkit.kernel.KernelKit;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The kernel of Acme keeps every duty of a kernel")
class AcmeKernelTest extends KernelKit {
  @Override
  protected KernelFixture fixture() {
    Cluster cluster = new Cluster();
    return new AcmeFixture(cluster, new AcmeKernel(cluster));
  }
}
