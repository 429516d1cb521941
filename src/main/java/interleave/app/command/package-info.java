/**
 * The command line: what was asked for, runs without a window, and what they leave behind.
 *
 * <p>May use everything.
 *
 * <p>Runs on the main thread.
 */
@NullMarked
package interleave.app.command;

import org.jspecify.annotations.NullMarked;
