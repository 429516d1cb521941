/**
 * Files of other tools. A room below for each format, and {@code intake}, which importers share;
 * here only the lists of all formats, which are what the rest of the program asks.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.export}: what a format is in which a run leaves
 *   <li>{@code exchange.export.chrome}: one of them
 *   <li>{@code exchange.jfr}: flight recordings
 *   <li>{@code file}: what a format is, and our own
 * </ul>
 *
 * <p>Runs on whichever thread opens or saves.
 */
@NullMarked
package interleave.exchange;

import org.jspecify.annotations.NullMarked;
