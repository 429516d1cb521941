/**
 * Values that pass between processes: how they become bytes, and are made of them again.
 *
 * <p>May use the JDK only. Pure, no threads of its own; any thread may call it. What comes from
 * another process is believed in nothing: lengths and depth have bounds, and the only classes
 * constructed are records that were named beforehand.
 */
@NullMarked
package interleave.process.value;

import org.jspecify.annotations.NullMarked;
