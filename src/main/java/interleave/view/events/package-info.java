/**
 * A table of the events of interest in the visible part of the timeline.
 *
 * <p>May use {@code timeline}, {@code view.session}.
 *
 * <p>The model is pure; the control runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.events;

import org.jspecify.annotations.NullMarked;
