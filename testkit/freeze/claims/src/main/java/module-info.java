import org.jspecify.annotations.NullMarked;

/** The annotations with which a test says what it proves. They need nothing, so that every module's tests can use them. */
@NullMarked
module io.aerodb.freeze.claims {
  requires static org.jspecify;

  exports io.aerodb.freeze.claims;
}
