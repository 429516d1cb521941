/**
 * The tableau: what is where at the playhead, as boxes, pipes and lines.
 *
 * <p>May use {@code timeline}, {@code view.timeline} for painting, and JavaFX. Runs on the JavaFX
 * thread.
 */
@NullMarked
package interleave.view.tableau;

import org.jspecify.annotations.NullMarked;
