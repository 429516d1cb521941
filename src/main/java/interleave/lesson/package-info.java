/**
 * What a run has answered: the question that a scenario asks before it runs is evaluated from the
 * timeline that was recorded, never from what usually happens. One class per scenario, and another
 * where its program in Python answers it in another way.
 *
 * <p>May use {@code scenario}, {@code timeline} and {@code words}. Pure; any thread.
 */
@NullMarked
package interleave.lesson;

import org.jspecify.annotations.NullMarked;
