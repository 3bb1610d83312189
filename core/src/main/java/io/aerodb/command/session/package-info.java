/**
 * The thin shell around the pure model, and the only part that calls an SPI:
 * {@link io.aerodb.command.session.ControlPlane}, {@link io.aerodb.command.session.Session},
 * {@link io.aerodb.command.session.Proposal}, {@link io.aerodb.command.session.Outcome}.
 *
 * <p>The order of things is the safety: what was asked is recorded durably before it is shown, what was confirmed
 * before the kernel is called, and the kernel is called once, with nothing between the durable dispatch and the
 * recorded end. No thread, no scheduler, no retry, no static state; time and chance come from outside. An audit log
 * that can't be written stops everything.
 *
 * <pre>{@code
 * Outcome<?> outcome = switch (session.submit(input)) {
 *   case Outcome<?> done -> done;
 *   case Proposal<?> asked -> session.confirm(asked, person.answer(asked));
 * };
 * }</pre>
 */
package io.aerodb.command.session;
