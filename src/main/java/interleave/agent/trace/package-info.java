/**
 * What all constructs record with: a lane for each thread, with its life and with a slot for what
 * each construct knows of it; a thing for each object; names and previews of what is the program's,
 * and the tracer's own notes.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: writes what happens
 * </ul>
 *
 * <p>Runs on the traced program's threads and never blocks them.
 */
@NullMarked
package interleave.agent.trace;

import org.jspecify.annotations.NullMarked;
