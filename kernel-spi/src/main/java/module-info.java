import org.jspecify.annotations.NullMarked;

/** What a kernel answers and does, and its vocabulary. No run-time dependency. */
@NullMarked
module io.aerodb.kernel {
  requires static org.immutables.value.annotations;
  requires static org.jspecify;

  exports io.aerodb.kernel;
}
