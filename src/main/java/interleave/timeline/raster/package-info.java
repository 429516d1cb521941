/**
 * From marks to pixels without a toolkit, so that a thread of its own can do it: rectangles,
 * hatches, lines, curves, discs and prepared letters, each with the share of every pixel that it
 * covers.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline.draw}: marks in roles of colour
 * </ul>
 *
 * <p>What paints is used by one thread at a time.
 */
@NullMarked
package interleave.timeline.raster;

import org.jspecify.annotations.NullMarked;
