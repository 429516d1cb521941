/**
 * A run in the terms of trace viewers: processes, rows of slices, moments, counters and arrows.
 * {@code TraceWalk} goes through the run and tells it, once for all formats; a format is a {@code
 * TraceSink}, which only writes.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: types of values
 *   <li>{@code exchange.export}: what leaves of a run
 *   <li>{@code file}: hears how far it is
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.layout}: what threads, pipes and synchronizers are called
 *   <li>{@code timeline.range}: stretches of time
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on background threads.
 */
@NullMarked
package interleave.exchange.export.trace;

import org.jspecify.annotations.NullMarked;
