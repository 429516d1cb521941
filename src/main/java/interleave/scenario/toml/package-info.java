/**
 * Reads TOML 1.0, and knows of everything in it in which line it stands: what a lesson says is
 * wrong at a line. Dates are not read, since no lesson has any.
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
package interleave.scenario.toml;

import org.jspecify.annotations.NullMarked;
