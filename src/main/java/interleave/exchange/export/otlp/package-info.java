/**
 * A run as spans of OpenTelemetry, in the JSON of its protocol: a resource for each process, a span
 * for each thread and row, below it a span for each thing that stands there, and a link for each
 * arrow, in the span that it leads to.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.export}: what leaves of a run, and what a format is
 *   <li>{@code exchange.export.trace}: a run in the terms of trace viewers
 *   <li>{@code timeline.column}: arrows, outside the heap
 *   <li>{@code file}: hears how far it is
 *   <li>{@code jackson}: writes JSON
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on background threads.
 */
@NullMarked
package interleave.exchange.export.otlp;

import org.jspecify.annotations.NullMarked;
