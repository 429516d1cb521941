/**
 * What is where at one moment: boxes for processes and threads, pipes for queues, lines for waits;
 * their places and their drawing.
 *
 * <p>May use {@code timeline}, its {@code explain}, {@code layout}, {@code hit} and {@code draw},
 * {@code words} and the JDK. Pure; any thread.
 */
@NullMarked
package interleave.timeline.tableau;

import org.jspecify.annotations.NullMarked;
