/**
 * What a log must know to judge an append: which ids are claimed, how far each request has come, what is unresolved. Pure, without I/O, and
 * shared by every log of this module so that they can't disagree; not exported. What does not live here: anything that reads or writes a line.
 */
package io.aerodb.audit.state;
