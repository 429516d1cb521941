/**
 * What a program of threads could do: all orders in which its operations on shared things could
 * come, the endings that these lead to, and for each ending the shortest order that does.
 *
 * <p>A program is a {@link interleave.explore.Subject}, which runs one order and tells its {@link
 * interleave.explore.Trace}. Exactly one thread runs at a time, and each thread that does not
 * stands before an operation that another thread could notice. Which order is next is decided by
 * {@link interleave.explore.Search}, from what the runs before have told, or by {@link
 * interleave.explore.PriorityChange} at random.
 *
 * <p>May use the JDK only. Pure: no thread, no file, no clock; whoever lets it go on looks at the
 * time, and stops it.
 */
@NullMarked
package interleave.explore;

import org.jspecify.annotations.NullMarked;
