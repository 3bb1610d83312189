package io.aerodb.sim;

import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.RequestResolution;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first answer to a request, kept for ever. It is given again to the same order, and no other order with this id is
 * carried out.
 *
 * @param requestId exact id
 * @param digest of the order that was answered
 * @param answer what was answered
 */
record RequestRecord(String requestId, String digest, KernelResponse<CompletedTransition> answer) {
  RequestResolution settled() {
    return switch (answer) {
      case Completed<CompletedTransition> done -> RequestResolution.EXECUTED;
      case Rejected<CompletedTransition> refused -> RequestResolution.NOT_EXECUTED;
    };
  }

  static RequestRecord read(Fields fields) {
    KernelResponse<CompletedTransition> answer = fields.text("answer").equals("completed")
        ? new Completed<>(Transitions.read(fields.part("done.")))
        : new Rejected<>(fields.text("code"), fields.text("message"),
            Stream.of(fields.text("invariants").split(",", -1)).filter(id -> !id.isEmpty()).map(InvariantId::new)
                .toList());
    return new RequestRecord(fields.text("request"), fields.text("digest"), answer);
  }

  Fields fields() {
    Fields fields = Fields.empty().put("request", requestId).put("digest", digest);
    return switch (answer) {
      case Completed<CompletedTransition>(CompletedTransition done) ->
          fields.put("answer", "completed").putAll("done.", Transitions.fields(done));
      case Rejected<CompletedTransition>(String code, String message, List<InvariantId> invariants) ->
          fields.put("answer", "rejected")
              .put("code", code).put("message", message)
              .put("invariants", String.join(",", invariants.stream().map(InvariantId::value).toList()));
    };
  }
}
