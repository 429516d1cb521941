/**
 * The kinds of tracks: which rows a timeline has, and how each is drawn.
 *
 * <p>May use {@code event}, {@code timeline}, its {@code explain}, {@code layout}, {@code lod},
 * {@code hit} and {@code draw}, {@code words} and the JDK. A drawing is made by one thread, which
 * need not be the toolkit's.
 */
@NullMarked
package interleave.timeline.track;

import org.jspecify.annotations.NullMarked;
