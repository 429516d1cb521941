/**
 * A run as a trace in the Trace Event Format of Chrome, which about:tracing, Perfetto, Speedscope
 * and others open: one JSON object, packed where the name says so.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.export}: what leaves of a run, and what a format is
 *   <li>{@code exchange.export.trace}: a run in the terms of trace viewers
 *   <li>{@code file}: hears how far it is
 *   <li>{@code jackson}: writes JSON
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on background threads.
 */
@NullMarked
package interleave.exchange.export.chrome;

import org.jspecify.annotations.NullMarked;
