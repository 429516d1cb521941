/**
 * How it is drawn what happens before what, and which accesses of a variable nothing orders.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what is drawn
 *   <li>{@code timeline.draw}: marks in roles of colour
 *   <li>{@code timeline.hit}: notes what lies where
 *   <li>{@code timeline.layout}: rows, and what is switched on
 *   <li>{@code timeline.lod}: how many arrows can be told apart
 *   <li>{@code timeline.order}: what orders what
 *   <li>{@code timeline.track}: where lanes lie in the picture
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>A drawing is made by one thread, which need not be the toolkit's.
 */
@NullMarked
package interleave.timeline.track.order;

import org.jspecify.annotations.NullMarked;
