import org.jspecify.annotations.NullMarked;

/** What tests claim, and the record of how they ended. It needs nothing, so that every module's tests can use it. */
@NullMarked
module io.aerodb.freeze.claims {
  requires static org.jspecify;

  exports io.aerodb.freeze.claims;
}
