/**
 * What lies under the pointer. A drawing notes its spots while it draws; a question looks them up.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: names of things
 * </ul>
 *
 * <p>A finished map is immutable and may be asked from any thread.
 */
@NullMarked
package interleave.timeline.hit;

import org.jspecify.annotations.NullMarked;
