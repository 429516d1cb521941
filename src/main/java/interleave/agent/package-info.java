/**
 * The Java tracer: {@code premain}, the rewriting of the program's classes, and the hooks that
 * rewritten code calls.
 *
 * <p>Two halves. The half that rewrites runs when a class is loaded: {@code Rewriter} decides,
 * {@code ClassPrefilter} sorts out what needs nothing, {@code ClassRewriting} and {@code
 * MethodRewriting} go over the rest, and each {@code …Family} says which calls and instructions it
 * wants hooks at. The half that records runs in the program: {@code …Hooks}, with a {@code Lane}
 * for each thread and a {@code Thing} for each lock. A new family is a class of each half and a
 * line in {@code Families}.
 *
 * <p>Calls stay where they are, in the program's own methods, with a hook before and after. No hook
 * lets an exception out, calls the program's {@code toString}, {@code hashCode} or {@code equals},
 * or keeps one of its objects alive. A class that cannot be rewritten stays as it was, and a note
 * in the recording says so.
 *
 * <p>May use {@code event} and the JDK only; it loads on the boot class path of the traced program.
 *
 * <p>Hooks run on the traced program's threads and never block them, but for the spin lock of a
 * watched field; rewriting runs on whichever thread loads a class.
 */
@NullMarked
package interleave.agent;

import org.jspecify.annotations.NullMarked;
