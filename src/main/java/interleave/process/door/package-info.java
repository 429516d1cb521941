/**
 * The way from the network to a broker that listens on loopback only: opened when the user asks for
 * it, by TLS with a certificate made on the spot, for whoever has the run's key. What arrives is
 * looked at frame by frame before the broker sees any of it; whoever has no business here is sent
 * away, and it is told who that was.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code process.broker}: addresses of brokers, and frames
 * </ul>
 *
 * <p>Runs in the window's process, or that of a run without one, never in the program under study.
 * One thread of ours waits for whoever comes; each of them has two virtual ones. What they may take
 * has bounds: their number, their time, the size of what they send.
 */
@NullMarked
package interleave.process.door;

import org.jspecify.annotations.NullMarked;
