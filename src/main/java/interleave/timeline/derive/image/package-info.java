/**
 * What was derived of a run as an image in a file, so that it is not derived again: the graph of
 * objects that a run model is, and beside it the chunks of its columns, each to be read by itself.
 *
 * <pre>
 *   chunks and lists of chunks      {@code KeptWriter}; found by their places
 *   graph                           classes │ what is to be allocated │ constants │ contents; deflated
 *   foot, 40 bytes                  where the graph is, its sums, the version, magic bytes
 * </pre>
 *
 * <p>No builder knows of it: their fields are walked over. An image fits as long as classes and
 * fields are called what they were called; who changes what is derived, or what dominates a piece
 * of time in a picture ({@code BinKeys}), but no field, raises the number in {@code ImageFoot}.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline.column}: columns that only grow
 * </ul>
 *
 * <p>One thread writes an image while nobody changes what is in it; one thread reads one.
 */
@NullMarked
package interleave.timeline.derive.image;

import org.jspecify.annotations.NullMarked;
