/**
 * The tableau: what is where at the playhead, as boxes, pipes and lines.
 *
 * <p>May use {@code timeline}, {@code timeline.draw}, {@code timeline.hit}, {@code
 * timeline.tableau}, {@code timeline.track}, {@code view.control}, {@code view.timeline} and
 * JavaFX.
 *
 * <p>Runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.tableau;

import org.jspecify.annotations.NullMarked;
