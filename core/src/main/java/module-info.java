import org.jspecify.annotations.NullMarked;

/** The closed set of ten operator commands, and the control plane through which they are given. */
@NullMarked
module io.aerodb.command {
  requires transitive io.aerodb.audit;
  requires transitive io.aerodb.kernel;
  requires org.slf4j;
  requires static org.immutables.value.annotations;
  requires static org.jspecify;

  exports io.aerodb.command;
  exports io.aerodb.command.confirm;
  exports io.aerodb.command.error;
  exports io.aerodb.command.explain;
  exports io.aerodb.command.session;
}
