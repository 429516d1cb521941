package interleave.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The messages of a queue and those who wait at its two ends, first come first served. No threads,
 * no sockets and no clock: one thread tells it what happens and when, and it says what follows.
 *
 * <pre>
 *   putters ──▶ │ messages, oldest first │ ──▶ handed, not yet acknowledged ──▶ gone
 *               └───────────── count towards the capacity ────────────┘
 * </pre>
 *
 * A message that was handed to someone who left before acknowledging it goes back to where it
 * stood.
 *
 * @param <P> those who put and get; each does one thing at a time
 */
final class MessageLine<P> {
  /** What a waiting time without end is as a deadline. */
  static final long NEVER = Long.MAX_VALUE;

  /**
   * A message in the queue.
   *
   * @param id 1, 2, 3 … in the order in which they entered
   * @param time when it entered
   */
  record Message(long id, long time, byte[] value) {}

  /** Told of what follows, at once. */
  interface Outcome<P> {
    void accepted(P putter, Message message);

    void handed(P getter, Message message);

    void timedOut(P waiting);
  }

  private record Waiting<P>(P who, byte[] value, long deadline) {}

  private static final byte[] NO_VALUE = {};

  private final int capacity;
  private final Outcome<P> outcome;
  private final TreeMap<Long, Message> messages = new TreeMap<>();
  private final Map<P, Message> handed = new LinkedHashMap<>();
  private final Deque<Waiting<P>> putters = new ArrayDeque<>();
  private final Deque<Waiting<P>> getters = new ArrayDeque<>();
  private long lastId;

  /**
   * @param capacity how many messages there may be at a time, 0 for as many as come
   */
  MessageLine(int capacity, Outcome<P> outcome) {
    this.capacity = capacity;
    this.outcome = outcome;
  }

  /** Whether {@code who} waits at one of the ends, or has a message that is not acknowledged. */
  boolean busy(P who) {
    return handed.containsKey(who) || waits(putters, who) || waits(getters, who);
  }

  private static <P> boolean waits(Deque<Waiting<P>> line, P who) {
    for (Waiting<P> waiting : line) {
      if (waiting.who().equals(who)) {
        return true;
      }
    }
    return false;
  }

  void put(P who, byte[] value, long deadline, long now) {
    putters.add(new Waiting<>(who, value, deadline));
    settle(now);
  }

  void get(P who, long deadline, long now) {
    getters.add(new Waiting<>(who, NO_VALUE, deadline));
    settle(now);
  }

  /** {@code who} has the message. Returns false when it is not the one that was handed to it. */
  boolean got(P who, long id, long now) {
    Message message = handed.get(who);
    if (message == null || message.id() != id) {
      return false;
    }
    handed.remove(who);
    settle(now);
    return true;
  }

  /** {@code who} has gone and will never answer. */
  void gone(P who, long now) {
    putters.removeIf(waiting -> waiting.who().equals(who));
    getters.removeIf(waiting -> waiting.who().equals(who));
    Message message = handed.remove(who);
    if (message != null) {
      messages.put(message.id(), message);
    }
    settle(now);
  }

  /** Lets go of those whose time is up. */
  void expire(long now) {
    for (Deque<Waiting<P>> line : List.of(putters, getters)) {
      List<P> late = new ArrayList<>();
      for (Iterator<Waiting<P>> all = line.iterator(); all.hasNext(); ) {
        Waiting<P> waiting = all.next();
        if (waiting.deadline() <= now) {
          all.remove();
          late.add(waiting.who());
        }
      }
      late.forEach(outcome::timedOut);
    }
  }

  /** When {@link #expire} has something to do next, {@link #NEVER} for never. */
  long nextDeadline() {
    long next = NEVER;
    for (Waiting<P> waiting : putters) {
      next = Math.min(next, waiting.deadline());
    }
    for (Waiting<P> waiting : getters) {
      next = Math.min(next, waiting.deadline());
    }
    return next;
  }

  /** How many messages count towards the capacity. */
  int depth() {
    return messages.size() + handed.size();
  }

  private void settle(long now) {
    while (true) {
      if (!putters.isEmpty() && (capacity == 0 || depth() < capacity)) {
        Waiting<P> putter = putters.remove();
        Message message = new Message(++lastId, now, putter.value());
        messages.put(message.id(), message);
        outcome.accepted(putter.who(), message);
      } else if (!getters.isEmpty() && !messages.isEmpty()) {
        Message message = messages.pollFirstEntry().getValue();
        P getter = getters.remove().who();
        handed.put(getter, message);
        outcome.handed(getter, message);
      } else {
        return;
      }
    }
  }
}
