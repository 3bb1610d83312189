/**
 * A terminal frontend on the embedded defaults: any kernel that a {@link io.aerodb.kernel.KernelProvider} opens, and
 * the file journal.
 *
 * <pre>
 * console   Console, CommandRun, Shell, ConsoleSession: one process, from its words to its exit code
 * command   OperatorCommands, TrailCommands: what each group of sub-commands does
 * prompt    CommandPrompt, ConfirmationPrompt: what a person types
 * print     Printer, TablePrinter: what is shown
 * line      CommandLineParser, ParsedLine: a command line as words
 * </pre>
 *
 * <p>It splits words, shows what a session answers, and asks a person. It judges nothing: every word of a command goes
 * as typed to {@link io.aerodb.command.CommandInput}, and every acknowledgement as typed to the session. A command that
 * needs a confirmation runs only when a person types it at a terminal; there is no option, variable or file that stands
 * in for that.
 *
 * <p>Not here: commands, kernel logic, retries, and the simulated kernel, which is on the class path at run time for
 * {@code sim:} addresses alone.
 */
@NullMarked
package io.aerodb.console;

import org.jspecify.annotations.NullMarked;
