/**
 * What is to be painted, as data: a display list of rectangles, hatches, lines, curves, discs and
 * words in roles of colour, and the kinds of tracks that make it.
 *
 * <p>May use {@code event}, {@code timeline}, its {@code explain}, {@code layout}, {@code lod} and
 * {@code hit}, and the JDK. A drawing is made by one thread, which need not be the toolkit's; what
 * it returns is immutable.
 */
@NullMarked
package interleave.timeline.draw;

import org.jspecify.annotations.NullMarked;
