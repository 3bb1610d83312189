package io.aerodb.testkit.fault;

import static io.aerodb.audit.BodyMembers.KERNEL_ACTION;
import static java.util.Objects.requireNonNull;

import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.Stage;
import io.aerodb.audit.json.Json;
import io.aerodb.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A kernel that notes every call and what the audit trail held at that very moment. It changes nothing. Safe for any
 * thread.
 *
 * @since 0.1
 */
public final class CountingKernel extends KernelDecorator {
  private final AuditTrail trail;
  private final List<Call> calls = new ArrayList<>();

  private CountingKernel(Kernel kernel, AuditTrail trail) {
    super(kernel);
    this.trail = requireNonNull(trail, "trail");
  }

  /**
   * Wraps a kernel; closing this one closes it.
   *
   * @param kernel the kernel
   * @param trail read at each action; closed by nobody here
   */
  public static CountingKernel around(Kernel kernel, AuditTrail trail) {
    return new CountingKernel(kernel, trail);
  }

  /**
   * A call that reached the kernel.
   *
   * @param method which
   * @param requestId the request that its order names; the reads and the immediate actions are handed none
   * @param dispatched whether a durable dispatch stood for it: of that very request, or, where no request is named, one
   *     more dispatch of this action than there were calls of it before. False for a planning read
   * @param stages the durable stages of that request, duplicates aside; empty where no request is named
   */
  public record Call(KernelMethod method, Optional<String> requestId, boolean dispatched, List<Stage> stages) {
    public Call {
      requireNonNull(method, "method");
      requireNonNull(requestId, "requestId");
      stages = List.copyOf(stages);
    }
  }

  /** Every call so far, in the order in which they arrived. */
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /** How often a method was called. */
  public synchronized long calls(KernelMethod method) {
    return calls.stream().filter(call -> call.method() == method).count();
  }

  /** How often an action was called for a request. */
  public synchronized long actionsOf(String requestId) {
    return calls.stream().filter(call -> call.requestId().equals(Optional.of(requestId))).count();
  }

  @Override
  protected <T> T around(KernelMethod method, Optional<String> requestId, Supplier<T> effect) {
    note(method, requestId);
    return effect.get();
  }

  private synchronized void note(KernelMethod method, Optional<String> requestId) {
    List<Stage> stages = requestId.map(this::stages).orElse(List.of());
    boolean dispatched = requestId.isPresent() ? stages.contains(Stage.DISPATCHED)
        : method.isAction() && dispatches(method) > calls(method);
    calls.add(new Call(method, requestId, dispatched, stages));
  }

  private List<Stage> stages(String requestId) {
    return trail.read(AuditQuery.builder().requestId(requestId).build()).stream().map(record -> record.event().stage())
        .filter(stage -> stage != Stage.DUPLICATE).toList();
  }

  private long dispatches(KernelMethod method) {
    var action = Optional.of((Json) new Json.Str(method.methodName()));
    long found = 0;
    List<AuditRecord> page = dispatchesAfter(0);
    while (!page.isEmpty()) {
      found += page.stream().filter(record -> record.event().body().get(KERNEL_ACTION).equals(action)).count();
      page = dispatchesAfter(page.getLast().sequence());
    }
    return found;
  }

  private List<AuditRecord> dispatchesAfter(long sequence) {
    return trail
        .read(AuditQuery.builder().addStages(Stage.DISPATCHED).after(sequence).limit(AuditQuery.MAX_LIMIT).build());
  }
}
