/**
 * Files of other tools, in and out. A room below for each format, {@code intake}, which those share
 * that are read, and {@code export} for those in which a run leaves; here only the lists of all
 * formats, which are what the rest of the program asks, and of what is known and not read.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.chrome}: traces of Chrome's and of what writes such
 *   <li>{@code exchange.dump}: thread dumps
 *   <li>{@code exchange.export}: what a format is in which a run leaves
 *   <li>{@code exchange.export.chrome}: one of them
 *   <li>{@code exchange.export.figure}: one of them
 *   <li>{@code exchange.export.otlp}: one of them
 *   <li>{@code exchange.export.page}: one of them
 *   <li>{@code exchange.export.part}: one of them
 *   <li>{@code exchange.export.perfetto}: one of them
 *   <li>{@code exchange.export.table}: one of them
 *   <li>{@code exchange.export.worksheet}: one of them
 *   <li>{@code exchange.intake}: how lines of a text are read
 *   <li>{@code exchange.jfr}: flight recordings
 *   <li>{@code exchange.perfetto}: traces of Perfetto's
 *   <li>{@code exchange.strace}: system calls
 *   <li>{@code file}: what a format is that is read, and our own
 *   <li>{@code tail}: whose timeline is wanted of what was read
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Any thread.
 */
@NullMarked
package interleave.exchange;

import org.jspecify.annotations.NullMarked;
