/**
 * A run as tables, for spreadsheets and programs that count: a file of comma-separated values for
 * each. Their heads are English whatever the language, with their units, and stay what they are.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: types of values
 *   <li>{@code exchange.export}: what leaves of a run, and what a format is
 *   <li>{@code file}: hears how far it is
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.range}: which spans are waits
 *   <li>{@code timeline.statistics}: how a line of a table is written
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on background threads.
 */
@NullMarked
package interleave.exchange.export.table;

import org.jspecify.annotations.NullMarked;
