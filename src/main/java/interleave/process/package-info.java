/**
 * Processes for Java programs: child processes, a pool of them, queues between them, and {@code
 * fork}.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code process.broker}: queues and pools whose messages a broker keeps
 *   <li>{@code process.value}: what passes between processes, as bytes
 * </ul>
 *
 * <p>Runs in the program under study, on its threads, never in the window's JVM. Threads of our own
 * are daemons that serve a queue, sit beside a pool's worker, or wait for a child's end; they are
 * marked as such in the recording. What passes between processes is believed by neither side: it
 * has bounds, and constructs nothing but records that were named beforehand.
 *
 * <p>A child is to be quick, so the code that it runs before the learner's has no lambdas, streams
 * and pattern switches: the first of each kind costs a JVM 5 to 20 ms.
 */
@NullMarked
package interleave.process;

import org.jspecify.annotations.NullMarked;
