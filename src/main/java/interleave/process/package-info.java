/**
 * Processes for Java programs: child processes, a pool of them, and queues between them.
 *
 * <p>May use {@code event} and the JDK.
 *
 * <p>Runs in the program under study, on its threads, never in the window's JVM.
 */
@NullMarked
package interleave.process;

import org.jspecify.annotations.NullMarked;
