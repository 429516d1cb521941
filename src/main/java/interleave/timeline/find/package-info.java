/**
 * Finding things of a timeline by their names, as one types.
 *
 * <p>May use {@code timeline} and the JDK. Stateless; may be used from any thread.
 */
@NullMarked
package interleave.timeline.find;

import org.jspecify.annotations.NullMarked;
