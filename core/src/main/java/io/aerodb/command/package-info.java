/**
 * The closed set: ten commands, their classes, who may ask for them, and how text is read as one of them.
 *
 * <p>The set is sealed on two axes. The class axis says what a command is, the confirmation axis how it may run:
 *
 * <pre>
 * Command&lt;R&gt;                       R = what the kernel answers
 *  ├ InspectionCommand&lt;R&gt;           InspectClusterState · InspectNode · InspectReplicationStatus ·
 *  │                                InspectPromotionState
 *  ├ DiagnosticCommand&lt;R&gt;           RunDiagnostics · InspectWal · InspectSnapshots
 *  └ ControlCommand                 RequestPromotion · RequestDemotion · ForcePromotion
 *
 *  Immediate&lt;R&gt;                    the four inspections, InspectWal, InspectSnapshots: runs when asked
 *  Confirmable&lt;R&gt;                  RunDiagnostics and the three control commands: runs only when confirmed
 * </pre>
 *
 * <p>Everything that defines a command stands in its record's file; {@link io.aerodb.command.CommandType} refers to
 * these definitions. There are two ways in: the records' constructors are strict and throw at once (misuse by a host),
 * {@link io.aerodb.command.CommandInput} is what a frontend hands over and answers every problem at once as values.
 * Start at {@code io.aerodb.command.session.ControlPlane}.
 *
 * <p>Pure: nothing here reads a clock, does I/O or calls an SPI. All values are immutable; no accessor answers
 * {@code null}.
 */
package io.aerodb.command;
