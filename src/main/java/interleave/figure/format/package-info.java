/**
 * The formats in which figures leave: SVG and PDF, painted mark by mark, and PNG, GIF and APNG,
 * from pixels. A further format is one class, named in {@code FigureFormats}. The same figure gives
 * the same bytes.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code figure}: what is written
 *   <li>{@code file}: says how far it has come
 *   <li>{@code pdfbox}: makes documents of pages
 *   <li>{@code timeline.draw}: marks in roles of colour
 *   <li>{@code timeline.picture}: what stands above a figure
 *   <li>{@code timeline.range}: from where to where a replay goes
 *   <li>{@code timeline.raster}: from marks to pixels
 *   <li>{@code typeface}: letters, and fonts of them
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Any thread may write; no toolkit is needed.
 */
@NullMarked
package interleave.figure.format;

import org.jspecify.annotations.NullMarked;
