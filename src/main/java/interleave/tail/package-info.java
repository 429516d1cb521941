/**
 * Follows a recording while it is written, and loads one that is complete.
 *
 * <p>May use {@code event}, {@code timeline}, {@code timeline.derive} and the JDK.
 *
 * <p>Has a thread of its own, which feeds the store; its newest timeline may be asked for from any.
 */
@NullMarked
package interleave.tail;

import org.jspecify.annotations.NullMarked;
