/**
 * Sampled stacks of the programs under study, in segments beside their own.
 *
 * <pre>
 *   Python   its tracer tells where frames are; {@code StackSampler} reads them from outside
 *   Java     its tracer has the JVM record them; {@code FlightStacks} reads that at the end
 * </pre>
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Samples are taken on a thread of their own; flight recordings are read by the one that follows
 * the run.
 */
@NullMarked
package interleave.engine.sample;

import org.jspecify.annotations.NullMarked;
