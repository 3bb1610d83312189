/** What an audit log promises, the record and its canonical bytes, and the embedded journal. */
@org.jspecify.annotations.NullMarked
module io.aerodb.audit {
  requires org.slf4j;
  requires static org.immutables.value.annotations;
  requires static transitive org.jspecify;
  requires tools.jackson.core;

  exports io.aerodb.audit;
}
