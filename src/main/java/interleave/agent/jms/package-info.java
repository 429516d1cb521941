/**
 * Messages that the program sends and receives by JMS, {@code jakarta.jms} or {@code javax.jms}: a
 * destination of the broker's is a queue, and who put a message and who got it find each other by
 * its {@code JMSMessageID}, in whichever processes they are.
 *
 * <p>Of the broker's client the hooks ask messages, destinations and sessions for what stands in
 * them, by methods of the specification; nothing else of it is called.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code agent.rewrite}: puts hooks around calls and instructions
 *   <li>{@code agent.trace}: lanes, things, names and notes
 *   <li>{@code event}: writes what happens
 * </ul>
 *
 * <p>Hooks run on the traced program's threads, and on those of the broker's client.
 */
@NullMarked
package interleave.agent.jms;

import org.jspecify.annotations.NullMarked;
