/**
 * What a recording means: spans, messages, owners and variables over time, to be read. Pure: no
 * toolkit, no threads, no files, no clock.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: types of values
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>All of it is immutable and may be read from any thread.
 */
@NullMarked
package interleave.timeline;

import org.jspecify.annotations.NullMarked;
