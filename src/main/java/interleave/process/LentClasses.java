package interleave.process;

import java.security.CodeSource;
import java.util.List;

/**
 * What a task that came through a broker may run: static methods of classes on the class path of
 * this process. Not the JDK's, which could do anything at a word; not ours, but for the programs of
 * the lessons.
 */
final class LentClasses implements PoolWorker.Entries {
  private static final String LESSONS = "interleave.scenario.program.";

  private final boolean lent;
  private final long broker;

  /**
   * @param lent whether this machine is not that of the pool
   * @param broker the check of its broker's address
   */
  LentClasses(boolean lent, long broker) {
    this.lent = lent;
    this.broker = broker;
  }

  @Override
  public EntryPoint find(String owner, String name, List<String> arguments) {
    for (String argument : arguments) {
      checkQueue(argument);
    }
    return EntryPoint.of(permitted(owner), name, arguments.size());
  }

  /** A queue is reached by the broker, and by no path or file that a message names. */
  private void checkQueue(String argument) {
    QueueHandle queue = Argument.queue(argument);
    if (queue == null) {
      return;
    }
    for (String type : queue.records()) {
      permitted(type);
    }
    BrokerPlace place = BrokerPlace.parse(queue.place()).orElse(null);
    if (lent && (place == null || place.check() != broker)) {
      throw new IllegalArgumentException(
          "The queue " + queue.name() + " is not kept by the broker, and cannot be reached here.");
    }
  }

  static Class<?> permitted(String name) {
    Class<?> type;
    try {
      // Not initialised: that would run code of it.
      type = Class.forName(name, false, ClassLoader.getSystemClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "There is no class " + name + " on the class path of this process.", e);
    }
    CodeSource place = type.getProtectionDomain().getCodeSource();
    CodeSource ours = LentClasses.class.getProtectionDomain().getCodeSource();
    boolean own = ours != null && place != null && ours.getLocation().equals(place.getLocation());
    if (type.getClassLoader() != ClassLoader.getSystemClassLoader()
        || own && !name.startsWith(LESSONS)) {
      throw new IllegalArgumentException(
          "A task may run classes of the program's, and " + name + " is none.");
    }
    return type;
  }
}
