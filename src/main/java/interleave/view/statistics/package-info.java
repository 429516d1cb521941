/**
 * Tables of what locks, queues, pools, variables and threads did.
 *
 * <p>May use {@code timeline}, {@code view.session}.
 *
 * <p>The model is pure; the control runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.statistics;

import org.jspecify.annotations.NullMarked;
