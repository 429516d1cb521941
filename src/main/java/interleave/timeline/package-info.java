/**
 * What a recording means: spans, messages, owners and variables over time, and how they are laid
 * out for painting. Pure: no toolkit, no files, no clock of its own.
 *
 * <p>May use {@code event} and the JDK.
 *
 * <p>The store has one writing thread; its snapshots are immutable and may be read from any.
 */
@NullMarked
package interleave.timeline;

import org.jspecify.annotations.NullMarked;
