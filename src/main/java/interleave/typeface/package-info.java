/**
 * Typefaces without a toolkit: which letters a font has, how wide they are, their outlines, and
 * fonts of the letters that a document needs and no others. Figures look the same wherever they are
 * made, and are made where there is no display.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code fontbox}: reads the files of fonts
 *   <li>{@code pdfbox}: the bytes that fonts are read from
 *   <li>{@code timeline.draw}: the faces of what is drawn
 *   <li>{@code timeline.raster}: prepared letters are asked for by it
 * </ul>
 *
 * <p>Any thread may ask.
 */
@NullMarked
package interleave.typeface;

import org.jspecify.annotations.NullMarked;
