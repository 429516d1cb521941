/**
 * Slots packed: pieces of a segment that are checked and read each without any other, in a saved
 * file and on their way between machines.
 *
 * <p>May use the JDK only.
 *
 * <p>Any thread; a {@code Coder} is for one at a time.
 */
@NullMarked
package interleave.file.block;

import org.jspecify.annotations.NullMarked;
