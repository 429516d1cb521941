/**
 * A worksheet for a class: the scenario and its question, the source, a timeline to draw into, and
 * on a page of its own the figure of the run with the answer that its recording gives; as PDF, and
 * as one HTML file.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.export}: what a format is in which a run leaves
 *   <li>{@code exchange.export.figure}: a figure of what leaves
 *   <li>{@code figure}: the run as a picture, and empty
 *   <li>{@code figure.format}: writes pages and drawings
 *   <li>{@code file}: what a recording says of its run; hears how far it has come
 *   <li>{@code lesson}: answers from what was recorded
 *   <li>{@code scenario}: questions and sources of lessons
 *   <li>{@code timeline}: its sites say which lines matter
 *   <li>{@code timeline.draw}: marks in roles of colour
 *   <li>{@code timeline.layout}: whether times are steps
 *   <li>{@code timeline.picture}: the parts of a figure
 *   <li>{@code typeface}: how wide words are, without a toolkit
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Any thread; no toolkit is needed.
 */
@NullMarked
package interleave.exchange.export.worksheet;

import org.jspecify.annotations.NullMarked;
