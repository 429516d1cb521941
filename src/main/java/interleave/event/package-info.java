/**
 * What a traced program says: events, their 32-byte layout, and the recording that holds them.
 *
 * <p>May use the JDK only.
 *
 * <p>Writers run on the traced program's own threads, one thread per segment at a time; readers run
 * on whichever single thread tails the recording. {@code Prefault} and {@code Lifeline} have quiet
 * daemon threads of their own in the traced program.
 */
@NullMarked
package interleave.event;

import org.jspecify.annotations.NullMarked;
