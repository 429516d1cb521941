package interleave.agent.process;

import interleave.agent.trace.Programs;
import interleave.agent.trace.Thing;
import interleave.agent.trace.Things;
import java.lang.ref.ReferenceQueue;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The processes that this one started, and whether their end has been told. */
final class Children extends Things<Children.Child> {
  private static final Children ALL = new Children();
  private static final ConcurrentHashMap<Long, String> COMMANDS = new ConcurrentHashMap<>();
  private static final AtomicLong LAST_COMMAND = new AtomicLong();

  private Children() {}

  /** A process that this one started. */
  static final class Child extends Thing {
    /** Whether its end has been told. */
    final AtomicBoolean told = new AtomicBoolean();

    Child(Object process, int hash, ReferenceQueue<Object> gone) {
      super(process, hash, gone);
    }
  }

  static Child of(Process process) {
    return ALL.of(process, 0);
  }

  @Override
  public Child create(Object object, int hash, ReferenceQueue<Object> gone, int site) {
    return new Child(object, hash, gone);
  }

  /** Whether nobody has told of this one's end yet. */
  static boolean firstExit(Process process) {
    return of(process).told.compareAndSet(false, true);
  }

  /** The id of a process; 0 when it is the program's own idea of one. */
  static long pid(Process process) {
    return Programs.isJdk(process.getClass().getName()) ? process.pid() : 0;
  }

  static long keep(@Nullable String command) {
    if (command == null) {
      return 0;
    }
    long token = LAST_COMMAND.incrementAndGet();
    COMMANDS.put(token, command);
    return token;
  }

  static String kept(long token) {
    String command = COMMANDS.remove(token);
    return command == null ? "" : command;
  }

  static String line(List<String> command) {
    return line(command.toArray(new String[0]));
  }

  static String line(String @Nullable [] command) {
    StringBuilder line = new StringBuilder();
    if (command != null) {
      for (String each : command) {
        line.append(line.isEmpty() ? "" : " ").append(each);
      }
    }
    return line.toString();
  }
}
