/**
 * The Java tracer: {@code premain}, the list of what is traced, and the warm-up for the archive
 * that traced JVMs start from. What it takes is in rooms of their own:
 *
 * <pre>
 *   agent ── thread, lock, synchronizer, exchanger, queue, jms, task, local, field, process, output
 *                │                          a {@code …Family} and its {@code …Hooks} each
 *                ├── rewrite                when a class is loaded
 *                └── trace                  when the program runs
 * </pre>
 *
 * <p>Two halves. The half that rewrites runs when a class is loaded: {@code Rewriter} decides,
 * {@code ClassPrefilter} sorts out what needs nothing, {@code ClassRewriting} and {@code
 * MethodRewriting} go over the rest, and each {@code …Family} says which calls and instructions it
 * wants hooks at. The half that records runs in the program: {@code …Hooks}, with a {@code Lane}
 * for each thread and a {@code Thing} for each object. A new construct is a room with a class of
 * each half, a line in {@code Families}, and in {@code HookNames} the names of what it hooks.
 *
 * <p>Of the JDK's classes a few get a call of ours where they tell what the program cannot be
 * asked: {@code JdkSite}.
 *
 * <p>Calls stay where they are, in the program's own methods, with a hook before and after. No hook
 * lets an exception out, calls the program's {@code toString}, {@code hashCode} or {@code equals},
 * or keeps one of its objects alive. A class that cannot be rewritten stays as it was, and a note
 * in the recording says so.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code agent.control}: programs of which somebody says who is next
 *   <li>{@code agent.exchanger}: a construct, in the list of families
 *   <li>{@code agent.field}: a construct, in the list of families
 *   <li>{@code agent.jms}: a construct, in the list of families
 *   <li>{@code agent.local}: a construct, in the list of families
 *   <li>{@code agent.lock}: a construct, in the list of families
 *   <li>{@code agent.output}: a construct, in the list of families
 *   <li>{@code agent.process}: a construct, in the list of families
 *   <li>{@code agent.queue}: a construct, in the list of families
 *   <li>{@code agent.rewrite}: puts hooks around calls and instructions
 *   <li>{@code agent.sample}: has the JVM sample stacks
 *   <li>{@code agent.standstill}: what the JVM says of a program that does nothing
 *   <li>{@code agent.synchronizer}: a construct, in the list of families
 *   <li>{@code agent.task}: a construct, in the list of families
 *   <li>{@code agent.thread}: a construct, in the list of families
 *   <li>{@code agent.trace}: lanes, things, names and notes
 *   <li>{@code event}: writes what happens
 * </ul>
 *
 * <p>It loads on the boot class path of the traced program.
 *
 * <p>Hooks run on the traced program's threads and never block them, but for the spin lock of a
 * watched field; rewriting runs on whichever thread loads a class.
 */
@NullMarked
package interleave.agent;

import org.jspecify.annotations.NullMarked;
