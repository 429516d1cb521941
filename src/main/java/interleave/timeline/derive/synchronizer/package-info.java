/**
 * What semaphores, latches, barriers, phasers and the like come to: a builder for each kind.
 *
 * <p>May use {@code event}, {@code timeline}, {@code timeline.column}, {@code
 * timeline.derive.column}, {@code timeline.grammar} and the JDK. One thread writes; views read the
 * prefix that their snapshot names.
 */
@NullMarked
package interleave.timeline.derive.synchronizer;

import org.jspecify.annotations.NullMarked;
