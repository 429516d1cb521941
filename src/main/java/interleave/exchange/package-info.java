/**
 * The formats of other tools that Interleave knows, as lists.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.export}: what a format is in which a run leaves
 *   <li>{@code exchange.export.chrome}: one of them
 *   <li>{@code exchange.export.table}: one of them
 * </ul>
 *
 * <p>Any thread.
 */
@NullMarked
package interleave.exchange;

import org.jspecify.annotations.NullMarked;
