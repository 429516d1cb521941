/**
 * Files in the JSON that Chrome's tracing writes, and with it VizTracer, Clang, PyTorch, Node and
 * many others.
 *
 * <p>A thread of its own looks where in the bytes of the file what stands ({@code TraceScanner},
 * {@code EventScanner}), a {@code Batch} at a time; who opens the file understands it ({@code
 * TraceReader}) and hands it to the intake.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events
 *   <li>{@code exchange.intake}: makes a recording of what the file tells
 *   <li>{@code file}: what a format is, and what is inside a file
 *   <li>{@code words}: what users read, in their language
 * </ul>
 */
@NullMarked
package interleave.exchange.chrome;

import org.jspecify.annotations.NullMarked;
