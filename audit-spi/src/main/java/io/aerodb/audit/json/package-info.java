/**
 * JSON as records and requests are written in it: a value, and its one text in the form of RFC 8785. Strings without
 * lone surrogates, integers within ±(2^53−1), booleans, arrays and objects; no floats, and no null. It knows nothing of
 * logs.
 */
package io.aerodb.audit.json;
