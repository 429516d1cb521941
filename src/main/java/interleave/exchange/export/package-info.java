/**
 * What leaves for other tools: a run, or a stretch of it and some of its threads, in their formats.
 * A format is one class, {@code ExportFormat}; {@code KnownExports} has the list. Formats of trace
 * viewers share one walk over the run, {@code TraceWalk}, and differ in the {@code TraceSink} that
 * writes what it tells.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: the recording, for formats that keep events as they are
 *   <li>{@code file}: writes files whole or not at all, knows what is to be said of a recording
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.range}: stretches of time, and marks in it
 *   <li>{@code timeline.summary}: a run in numbers
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on background threads, never on the JavaFX thread; what only looks at names may be asked
 * there.
 */
@NullMarked
package interleave.exchange.export;

import org.jspecify.annotations.NullMarked;
