/**
 * Growing columns of primitives, and maps between ids and their indices.
 *
 * <p>May use the JDK only.
 *
 * <p>One thread writes a column; a reader reads the prefix whose length it was handed together with
 * the snapshot it belongs to.
 */
@NullMarked
package interleave.timeline.column;

import org.jspecify.annotations.NullMarked;
