/**
 * What is where at one moment: boxes for processes and threads, pipes for queues, lines for waits;
 * their places and their drawing.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.draw}: marks in roles of colour
 *   <li>{@code timeline.hit}: notes what lies where
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Pure; any thread.
 */
@NullMarked
package interleave.timeline.tableau;

import org.jspecify.annotations.NullMarked;
