package io.aerodb.kernel;

import static java.util.Objects.requireNonNull;

/**
 * A confirmed order to collect diagnostics.
 *
 * @param requestId the request it carries out
 * @param ceiling the cost that was declared and confirmed; the kernel stops at it and never goes past it
 * @since 0.1
 */
public record DiagnosticOrder(String requestId, DiagnosticCost ceiling) {
  public DiagnosticOrder {
    Checks.id("request id", requestId);
    requireNonNull(ceiling, "ceiling");
  }
}
