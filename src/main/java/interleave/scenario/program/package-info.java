/**
 * The Java programs of the lessons, as a learner reads them: one class each, with a {@code main}
 * and nothing that the lesson does not need.
 *
 * <p>May use {@code process} and the parameters in {@code scenario}.
 *
 * <p>They run in processes of their own, never in the window's.
 */
@NullMarked
package interleave.scenario.program;

import org.jspecify.annotations.NullMarked;
