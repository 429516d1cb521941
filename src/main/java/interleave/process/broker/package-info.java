/**
 * Queues that a broker keeps between processes: an embedded one, which is a JVM of its own, and a
 * small client for STOMP 1.2, the protocol of text that many brokers speak.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 * </ul>
 *
 * <p>Runs in the program under study, on its threads; {@code BrokerHost} alone runs in the broker's
 * JVM, and the window's only asks for its command. One thread of ours, a daemon, keeps a connection
 * alive; a relay, which can be cut, has some that pass on what comes. What comes from the other
 * side is believed by neither: it has bounds, and is text, never code.
 *
 * <p>The broker's jars are on no class path but that of its own JVM, and no class of theirs is
 * named but in {@code BrokerHost}, by reflection.
 */
@NullMarked
package interleave.process.broker;

import org.jspecify.annotations.NullMarked;
