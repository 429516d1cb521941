/**
 * A run leaves as a figure: drawings, documents, pictures and replays.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.export}: what a format is in which a run leaves
 *   <li>{@code figure}: how a figure is wanted
 *   <li>{@code figure.format}: writes it
 *   <li>{@code file}: hears how far it has come
 *   <li>{@code timeline}: its threads
 *   <li>{@code timeline.range}: stretches of time
 *   <li>{@code typeface}: the fonts of this machine
 * </ul>
 *
 * <p>Any thread.
 */
@NullMarked
package interleave.exchange.export.figure;

import org.jspecify.annotations.NullMarked;
