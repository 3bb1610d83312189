/**
 * What is shown: texts, tables and JSON documents, on a terminal or in a pipe.
 *
 * <p>It adds no facts. An explanation passes byte for byte; every other text is escaped, before it gets here or here.
 */
@NullMarked
package io.aerodb.console.print;

import org.jspecify.annotations.NullMarked;
