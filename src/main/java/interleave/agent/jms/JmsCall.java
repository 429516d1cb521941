package interleave.agent.jms;

import interleave.agent.trace.Lane;
import org.jspecify.annotations.Nullable;

/**
 * What a thread knows of its calls of JMS. A client's methods call each other, and wrappers call
 * the client's: only the outermost call is told, with what an inner one knows of the message.
 */
final class JmsCall {
  private static final Lane.Slot<JmsCall> CURRENT = Lane.slot();

  /** How many calls the thread is in. */
  int depth;

  /** Of the outermost call: where it sends to or receives from. */
  @Nullable Destination destination;

  /** Of the outermost call: the message that it is about. */
  @Nullable MessageSight message;

  /** What is sent, as it was before a client changed it. */
  String preview = "";

  /** Whether the outermost call has said that it waits. */
  boolean asked;

  /** The number of what the thread received last by a call; a framework then calls a listener. */
  long received;

  /** A message that a listener has been given and of which nothing was told yet. */
  @Nullable MessageSight delivered;

  private JmsCall() {}

  static JmsCall of(Lane lane) {
    JmsCall found = lane.get(CURRENT);
    if (found == null) {
      found = new JmsCall();
      lane.put(CURRENT, found);
    }
    return found;
  }

  /** A call begins; whether it is the outermost one. */
  boolean begin() {
    if (depth++ > 0) {
      return false;
    }
    destination = null;
    message = null;
    preview = "";
    asked = false;
    return true;
  }

  /** A call ends; whether it is the outermost one. */
  boolean end() {
    depth = Math.max(0, depth - 1);
    return depth == 0;
  }
}
