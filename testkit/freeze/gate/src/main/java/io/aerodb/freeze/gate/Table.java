package io.aerodb.freeze.gate;

import java.util.List;

/**
 * One table of the matrix.
 *
 * @param title what it holds against what
 * @param header a name for each column
 * @param rows each with a cell for each column
 */
record Table(String title, List<String> header, List<List<Cell>> rows) {
  /**
   * One field.
   *
   * @param text what it says
   * @param tests what it rests on; may be empty
   * @param gap whether something is missing there
   */
  record Cell(String text, List<String> tests, boolean gap) {
    static Cell of(String text) {
      return new Cell(text, List.of(), false);
    }

    /** How many tests there are, and which. */
    static Cell of(List<TestRecord> tests, boolean needed) {
      return new Cell(tests.isEmpty() ? needed ? "missing" : "" : Integer.toString(tests.size()),
          tests.stream().map(TestRecord::id).toList(), tests.isEmpty() && needed);
    }
  }
}
