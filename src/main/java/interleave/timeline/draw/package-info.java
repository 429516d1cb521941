/**
 * What is to be painted, as data: a display list of rectangles, hatches, lines, curves, discs and
 * words in roles of colour, and the kinds of tracks that make it.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.hit}: notes what lies where
 *   <li>{@code timeline.layout}: a picture keeps the rows it was made of
 * </ul>
 *
 * <p>A drawing is made by one thread, which need not be the toolkit's; what it returns is
 * immutable.
 */
@NullMarked
package interleave.timeline.draw;

import org.jspecify.annotations.NullMarked;
