package interleave.agent.jms;

import interleave.agent.trace.Lane;
import interleave.event.ObjectType;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * A queue or a topic of a broker's, by its name: all processes that know it call it the same, and
 * have the same key for it. Which broker it is JMS does not tell.
 */
final class Destination {
  /** The high half of the keys, so that no queue of another kind has the same: the bytes JMS. */
  private static final long KEYS = 0x004A4D53L << 32;

  private static final ConcurrentHashMap<String, Destination> ALL = new ConcurrentHashMap<>();

  final int id;

  /** Whether each of its subscribers gets a copy. */
  final boolean isTopic;

  private Destination(int id, boolean isTopic) {
    this.id = id;
    this.isTopic = isTopic;
  }

  static Destination of(String name, boolean isTopic, boolean temporary) {
    String key = (isTopic ? "topic://" : "queue://").concat(name);
    Destination found = ALL.get(key);
    if (found == null) {
      synchronized (ALL) {
        found = ALL.get(key);
        if (found == null) {
          CRC32 sum = new CRC32();
          sum.update(key.getBytes(StandardCharsets.UTF_8));
          String shown = shown(name, isTopic, temporary);
          int id = Lane.RECORDER.object(ObjectType.QUEUE, KEYS | sum.getValue(), shown);
          found = new Destination(id, isTopic);
          ALL.put(key, found);
        }
      }
    }
    return found;
  }

  /** Queues are called by their name; of the long ones that brokers make up the end tells most. */
  private static String shown(String name, boolean isTopic, boolean temporary) {
    if (!temporary) {
      return isTopic ? "topic://".concat(name) : name;
    }
    String end = name.substring(name.lastIndexOf('-') + 1);
    return (isTopic ? "temp-topic://" : "temp-queue://").concat(end);
  }
}
