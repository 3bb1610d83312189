package io.aerodb.audit;

import static java.util.Objects.requireNonNull;

/**
 * Where a record stands and what it hashes to. Whoever holds one can find the record again and see that it was not
 * changed.
 *
 * @param origin the log
 * @param sequence the place in it, from 1
 * @param leafHash {@link AuditRecord#leafHash()} as 64 lower-case hexadecimal digits
 * @since 0.1
 */
public record Receipt(String origin, long sequence, String leafHash) {
  public Receipt {
    requireNonNull(origin, "origin");
    requireNonNull(leafHash, "leafHash");
  }
}
