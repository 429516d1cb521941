/**
 * The expressions by which a lesson says what its run answers: {@code locks["fork"].contended > 0}.
 * What names there are is fixed, and every expression is checked against it when the lesson is
 * read; what they stand for in a run, whoever evaluates it says.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Pure; any thread.
 */
@NullMarked
package interleave.scenario.expression;

import org.jspecify.annotations.NullMarked;
