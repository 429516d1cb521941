/**
 * Growing columns of what tracks are made of: spans, holds, waiters, loads, wakes, crowds.
 *
 * <p>May use {@code event}, {@code timeline}, {@code timeline.column}, {@code timeline.grammar} and
 * the JDK. One thread writes a column; a reader reads the prefix that its snapshot names.
 */
@NullMarked
package interleave.timeline.derive.column;

import org.jspecify.annotations.NullMarked;
