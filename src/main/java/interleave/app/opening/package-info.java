/**
 * What is opened that is no file by itself: text that was copied, several files together.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: what only its owner may read
 *   <li>{@code exchange}: the formats of files that are opened
 *   <li>{@code file}: what a format is
 *   <li>{@code program}: where a run comes from
 *   <li>{@code program.merge}: makes one recording of several
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Any thread.
 */
@NullMarked
package interleave.app.opening;

import org.jspecify.annotations.NullMarked;
