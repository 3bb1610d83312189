package com.acme.kernel;

import io.aerodb.testkit.kernel.KernelBench;
import io.aerodb.testkit.kernel.KernelKit;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The kernel of Acme keeps every duty of a kernel")
class AcmeKernelTest extends KernelKit {
  @Override
  protected KernelBench bench() {
    Cluster cluster = new Cluster();
    return new AcmeBench(cluster, new AcmeKernel(cluster));
  }
}
