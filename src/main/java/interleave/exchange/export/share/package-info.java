/**
 * Several runs as something to be handed on: one web page with all of them behind an index, or a
 * folder with an index and a page of each.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.export}: what leaves of a run
 *   <li>{@code exchange.export.figure}: its figure
 *   <li>{@code exchange.export.page}: the page of a run
 *   <li>{@code figure}: how small pictures are drawn
 *   <li>{@code figure.format}: writes them
 *   <li>{@code file}: writes files whole or not at all
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.layout}: times as they are written everywhere
 *   <li>{@code timeline.range}: how long a stretch of time is
 *   <li>{@code typeface}: how wide letters are
 *   <li>{@code words}: what users read, in both languages
 * </ul>
 *
 * <p>Runs on background threads.
 */
@NullMarked
package interleave.exchange.export.share;

import org.jspecify.annotations.NullMarked;
