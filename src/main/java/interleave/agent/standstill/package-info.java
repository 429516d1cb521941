/**
 * What the JVM itself says of a program that does nothing: which threads are in a deadlock, and
 * whether any of them could still go on. Waits within the JDK's own code, which is not rewritten,
 * are known from here only.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code agent.lock}: which of the program's monitors the JVM means
 *   <li>{@code agent.trace}: lanes, things, names and notes
 *   <li>{@code event}: writes what happens
 * </ul>
 *
 * <p>Runs on a thread of its own, which begins a second after the program and looks while the
 * program uses next to no processor time, at growing intervals.
 */
@NullMarked
package interleave.agent.standstill;

import org.jspecify.annotations.NullMarked;
