/**
 * The timeline as a control: what it shows (control), how it paints (skin, painter), what keys,
 * wheel and mouse do to it (behavior), and the same picture as a file (figure).
 *
 * <p>May use {@code timeline}, {@code timeline.draw}, {@code timeline.hit}, {@code
 * timeline.layout}, {@code timeline.picture}, {@code timeline.track}, {@code view.control}, {@code
 * view.export}, {@code words} and JavaFX.
 *
 * <p>Runs on the JavaFX thread; display lists that take long are made on a thread of their own, of
 * which only the newest picture counts.
 */
@NullMarked
package interleave.view.timeline;

import org.jspecify.annotations.NullMarked;
