/**
 * Finding in the run that is in sight: type, choose, and the window goes there.
 *
 * <p>May use {@code timeline}, {@code view.session}, {@code view.control}.
 *
 * <p>The card runs on the JavaFX thread; the search itself on threads of its own.
 */
@NullMarked
package interleave.view.search;

import org.jspecify.annotations.NullMarked;
