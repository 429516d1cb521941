/**
 * Figures to be printed and shown elsewhere: what of a run, how large, in which colours and with
 * what around it, and the display lists that come of that.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code file}: what a recording says of its run
 *   <li>{@code scenario}: titles and parameters of lessons
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.critical}: who let whom go on
 *   <li>{@code timeline.draw}: marks in roles of colour
 *   <li>{@code timeline.layout}: rows, windows and how the area is divided
 *   <li>{@code timeline.picture}: the whole picture
 *   <li>{@code timeline.range}: a stretch of time, and marks
 *   <li>{@code timeline.track}: the rows that there are
 *   <li>{@code typeface}: how wide words are, without a toolkit
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Any thread may make one; no toolkit is needed.
 */
@NullMarked
package interleave.figure;

import org.jspecify.annotations.NullMarked;
