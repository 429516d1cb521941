/**
 * What a run under control and its explorer say to each other: the lines of what happens, and who
 * is to go on.
 */
@NullMarked
package interleave.agent.control.word;

import org.jspecify.annotations.NullMarked;
