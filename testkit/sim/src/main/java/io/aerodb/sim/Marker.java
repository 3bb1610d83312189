package io.aerodb.sim;

/**
 * The content of the marker, the file whose existence decides a change of authority (P6-A2): the order, and the
 * authority that results. It is written in one atomic step, and everything else that a completed transition changes
 * follows from it, however often it is applied.
 *
 * @param ongoing the order
 * @param after the authority from now on; holds the epoch, the position and the answer
 */
record Marker(Ongoing ongoing, AuthorityRecord after) {
  static Marker read(Fields fields) {
    return new Marker(Ongoing.read(fields.part("order.")), AuthorityRecord.read(fields.part("after.")));
  }

  Fields fields() {
    return Fields.empty().putAll("order.", ongoing.fields()).putAll("after.", after.fields());
  }
}
