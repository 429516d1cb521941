/**
 * What is to be run: a scenario, a class, a jar, a script; and how it is launched.
 *
 * <p>May use {@code engine}, {@code scenario}, {@code file}, {@code event}, {@code words} and the
 * JDK. Any thread.
 */
@NullMarked
package interleave.program;

import org.jspecify.annotations.NullMarked;
