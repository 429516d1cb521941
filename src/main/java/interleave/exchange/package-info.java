/**
 * Files of other tools. A room below for each format, and {@code intake}, which those that are read
 * share; here only the lists of all formats, in and out, which is what the rest of the program
 * asks.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.export}: what a format is in which a run leaves
 *   <li>{@code exchange.export.chrome}: one of them
 *   <li>{@code exchange.export.table}: one of them
 *   <li>{@code file}: what a format is, and our own
 * </ul>
 *
 * <p>Runs on whichever thread opens, saves or exports.
 */
@NullMarked
package interleave.exchange;

import org.jspecify.annotations.NullMarked;
