/**
 * What lies under the pointer. A drawing notes its spots while it draws; a question looks them up.
 *
 * <p>May use {@code timeline} and the JDK. A finished map is immutable and may be asked from any
 * thread.
 */
@NullMarked
package interleave.timeline.hit;

import org.jspecify.annotations.NullMarked;
