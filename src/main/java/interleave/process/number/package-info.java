/**
 * Numbers of a program that a timeline draws: what it measures, and what several processes have in
 * memory that they share.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 * </ul>
 *
 * <p>Runs in the program under study, on its threads; where nothing records it does nothing else.
 */
@NullMarked
package interleave.process.number;

import org.jspecify.annotations.NullMarked;
