/**
 * The machines that processes are on, and how far off their clocks may be.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.column}: columns that only grow
 * </ul>
 *
 * <p>One thread writes; what was handed out may be read from any.
 */
@NullMarked
package interleave.timeline.derive.host;

import org.jspecify.annotations.NullMarked;
