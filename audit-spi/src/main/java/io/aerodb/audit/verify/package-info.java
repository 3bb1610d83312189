/**
 * Proves what a log holds, by reading it: {@link io.aerodb.audit.verify.TrailVerifier} takes the head of a trail's
 * tree, and later holds a kept head against the trail. A log that can be written can be rewritten as a whole, so that
 * it agrees with itself again; a head that was kept where nobody who writes the log can reach it tells. Whatever log it
 * is.
 */
package io.aerodb.audit.verify;
