/**
 * The Java tracer: {@code premain}, the rewriting of call sites, and the hooks they call.
 *
 * <p>May use {@code event} and the JDK only; it loads on the boot class path of the traced program.
 *
 * <p>Hooks run on the traced program's threads and never block them; rewriting runs on whichever
 * thread loads a class.
 */
@NullMarked
package interleave.agent;

import org.jspecify.annotations.NullMarked;
