import org.jspecify.annotations.NullMarked;

/** What an audit log promises, the record and its canonical bytes, and the embedded journal. */
@NullMarked
// The test kit is compiled after this module, and the only one that may make a disk fail.
@SuppressWarnings("module")
module io.aerodb.audit {
  requires org.slf4j;
  requires static org.immutables.value.annotations;
  requires static org.jspecify;
  requires tools.jackson.core;

  exports io.aerodb.audit;
  exports io.aerodb.audit.journal;
  exports io.aerodb.audit.json;
  exports io.aerodb.audit.merkle;
  exports io.aerodb.audit.store;
  exports io.aerodb.audit.verify;
  exports io.aerodb.audit.journal.disk to
      io.aerodb.testkit;
}
