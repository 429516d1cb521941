/**
 * Which commands lessons run in processes of their own, and a program that behaves in odd ways.
 *
 * <p>May use, beside the JDK: nothing.
 *
 * <p>What is here runs in the process of a lesson, never in the window's.
 */
@NullMarked
package interleave.scenario.program.command;

import org.jspecify.annotations.NullMarked;
