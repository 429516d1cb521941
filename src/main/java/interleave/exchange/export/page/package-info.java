/**
 * A run as one web page, which needs no network and nothing beside it: the timeline on a canvas,
 * with what was said of each thing. {@code PageRows} goes through the run, {@code PageModel} packs
 * what it found, {@code PageFormat} puts it into the page; the page's own code is in the resources.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.export}: what leaves of a run, and what a format is
 *   <li>{@code figure}: what is said below a figure
 *   <li>{@code file}: hears how far it is
 *   <li>{@code jackson}: writes JSON
 *   <li>{@code scenario}: the sources of lessons
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.draw}: the window's colours
 *   <li>{@code timeline.explain}: a sentence for each thing
 *   <li>{@code timeline.layout}: what threads and synchronizers are called
 *   <li>{@code timeline.order}: what happens before what
 *   <li>{@code timeline.picture}: the moment that tells most
 *   <li>{@code timeline.range}: stretches of time, and marks in it
 *   <li>{@code timeline.stack}: where time goes
 *   <li>{@code words}: what users read, in both languages
 * </ul>
 *
 * <p>Runs on background threads. What is written is held in memory until it is packed, as a page
 * has bounds.
 */
@NullMarked
package interleave.exchange.export.page;

import org.jspecify.annotations.NullMarked;
