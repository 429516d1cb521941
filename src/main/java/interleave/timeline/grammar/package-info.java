/**
 * What each kind of event means to a timeline, as one table: who hears it, what it begins or ends,
 * what it is about.
 *
 * <p>May use {@code event}, {@code timeline} and the JDK. Immutable; any thread may ask.
 */
@NullMarked
package interleave.timeline.grammar;

import org.jspecify.annotations.NullMarked;
