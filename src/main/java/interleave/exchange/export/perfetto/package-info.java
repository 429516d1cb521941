/**
 * A run as a trace of Perfetto's, in its own packets: for the Perfetto UI and trace_processor, and
 * for all that reads such traces.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.export}: what leaves of a run, and what a format is
 *   <li>{@code exchange.export.trace}: a run in the terms of trace viewers
 *   <li>{@code file}: hears how far it is
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on background threads.
 */
@NullMarked
package interleave.exchange.export.perfetto;

import org.jspecify.annotations.NullMarked;
