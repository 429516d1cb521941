/**
 * The whole picture: overview, ruler, rows, legend, playhead, and figures with title and
 * parameters.
 *
 * <p>May use {@code timeline} and all its rooms but {@code derive}, {@code words} and the JDK. A
 * drawing is made by one thread, which need not be the toolkit's; what it returns is immutable.
 */
@NullMarked
package interleave.timeline.picture;

import org.jspecify.annotations.NullMarked;
