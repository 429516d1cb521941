/**
 * A figure of the run in sight, as it is wished: what of it, how large, in which colours and with
 * what around it, seen while it is wished, and copied or saved; or a worksheet of it.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.export}: what of a run leaves
 *   <li>{@code exchange.export.figure}: figures leave as other formats do
 *   <li>{@code exchange.export.worksheet}: worksheets do, too
 *   <li>{@code figure}: how a figure is wanted
 *   <li>{@code figure.format}: writes it
 *   <li>{@code file}: says how far it has come
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code timeline.draw}: what is painted
 *   <li>{@code timeline.picture}: the parts of a figure
 *   <li>{@code timeline.range}: which stretch of time is shown
 *   <li>{@code typeface}: which letters fonts have
 *   <li>{@code view.control}: small nodes, and words that follow the language
 *   <li>{@code words}: which languages there are
 * </ul>
 *
 * <p>Runs on the JavaFX thread; figures are drawn on others.
 */
@NullMarked
package interleave.view.figure;

import org.jspecify.annotations.NullMarked;
