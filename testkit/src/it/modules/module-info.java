/** The same host on the module path. */
module com.acme.host {
  requires io.aerodb.command;
  requires io.aerodb.testkit;

  uses io.aerodb.kernel.KernelProvider;
}
