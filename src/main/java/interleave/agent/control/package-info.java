/**
 * A program under control: one of its threads has the turn, all others stand before an operation
 * that another could tell, and who is next is decided from outside.
 *
 * <pre>
 *   Control, JdkControl    what rewritten code and the JDK call: there a thread stands
 *     MonitorControl, VariableControl   the same of monitors, fields and elements of arrays
 *     CollectionControl, ArrayControl   and of collections and whole arrays
 *     Course, Strand       one run and its threads: the turn, who could go on, the steps
 *     Readiness, Monitors  whether somebody could go on
 *     Latecomers, Rounds   who goes on only since nobody else can
 *   ControlFamily          where points are; Calls has the table
 *   RunHost                many runs in one process, each with classes of its own
 *   RecordedRun            the one run of a program that is recorded
 *     Link                 what the explorer asks and is told
 * </pre>
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code agent.control.call}: what a call does
 *   <li>{@code agent.control.word}: what the explorer is told
 *   <li>{@code agent.field}: which fields are watched
 *   <li>{@code agent.rewrite}: puts points before calls and instructions
 *   <li>{@code agent.trace}: names and previews of objects
 *   <li>{@code event}: writes what happens, in steps
 * </ul>
 *
 * <p>Points are passed on the program's threads; a run is begun and ended by the host's.
 */
@NullMarked
package interleave.agent.control;

import org.jspecify.annotations.NullMarked;
