/**
 * Runs real programs under control, in the orders that an exploration asks for.
 *
 * <pre>
 *   Experiment ── which order? ──▶ interleave.explore
 *       │ Order            ▲ Trace
 *       ▼                  │
 *   ControlledProgram ── TraceReader     one run after the other
 *       │ run …            ▲ step …      lines, see src/docs/control.md
 *       ▼                  │
 *   HostLink ───────────────────────────▶ the host: a Java or a Python, which HostCommand starts
 * </pre>
 *
 * <p>A host runs a program of somebody, which may do anything: end the host, stand still, or say
 * what is no line of ours. What a run told is believed only where it fits; a host that says nothing
 * is ended, and another is started.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code engine}: what runs programs, and where our own parts of it are
 *   <li>{@code explore}: which order is next, and what a run told
 *   <li>{@code program}: what is to be run
 *   <li>{@code scenario}: parameters of lessons, in the text of a schedule
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>An experiment goes on at its caller's thread, which waits for the host; it may be stopped from
 * any other.
 */
@NullMarked
package interleave.laboratory;

import org.jspecify.annotations.NullMarked;
