/**
 * A host on the module path. It finds its kernel as a service, and can reach nothing that the library does not export.
 */
module com.acme.watch {
  requires io.aerodb.command;

  uses io.aerodb.kernel.KernelProvider;
}
