/**
 * Level of detail: what is left of many events when they share a pixel. A frame costs by pixels and
 * not by events.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: tracks that it sums up
 * </ul>
 *
 * <p>Stateless; may be used from any thread.
 */
@NullMarked
package interleave.timeline.lod;

import org.jspecify.annotations.NullMarked;
