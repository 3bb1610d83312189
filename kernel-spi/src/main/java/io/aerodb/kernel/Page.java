package io.aerodb.kernel;

/**
 * Which part of a long answer is wanted. Rows are counted for each member by itself.
 *
 * @param number 1 to 1,000,000
 * @param size rows on a page, 1 to 100
 * @since 0.1
 */
public record Page(int number, int size) {
  /** Largest legal {@link #number()}. */
  public static final int MAX_NUMBER = 1_000_000;
  /** Largest legal {@link #size()}. */
  public static final int MAX_SIZE = 100;

  public Page {
    Checks.range("page number", number, 1, MAX_NUMBER);
    Checks.range("page size", size, 1, MAX_SIZE);
  }

  /** How many rows stand before this page. */
  public long offset() {
    return (number - 1L) * size;
  }
}
