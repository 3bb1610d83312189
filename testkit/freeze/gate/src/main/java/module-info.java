import org.jspecify.annotations.NullMarked;

/** The freeze gate: it fails a build in which a test is missing that must have run and passed. */
@NullMarked
module io.aerodb.freeze.gate {
  requires transitive io.aerodb.command;
  requires transitive io.aerodb.freeze.claims;
  requires static org.immutables.value.annotations;
  requires static org.jspecify;

  exports io.aerodb.freeze.gate;
}
