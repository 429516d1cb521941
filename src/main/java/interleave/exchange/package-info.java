/**
 * Files of other tools. A room below for each format, and {@code intake}, which they share; here
 * only the list of all formats, which is what the rest of the program asks.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.dump}: thread dumps
 *   <li>{@code file}: what a format is, and our own
 * </ul>
 *
 * <p>Runs on whichever thread opens or saves.
 */
@NullMarked
package interleave.exchange;

import org.jspecify.annotations.NullMarked;
