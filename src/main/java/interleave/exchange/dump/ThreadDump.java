package interleave.exchange.dump;

import interleave.event.TracedRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All threads of one process, as they were at one moment. */
final class ThreadDump {
  final TracedRuntime runtime;

  /** At which line of its file it begins. */
  final long line;

  /** When it was, in ns of an axis that has its zero anywhere; null where the file does not say. */
  @Nullable Long time;

  /** As the file says it: a time, or what else it has of the moment. */
  String label = "";

  /** 0 where it is not told. */
  long pid;

  /** What tells the process from others where there is no pid; empty where there is nothing. */
  String process = "";

  /** What ran it. */
  String interpreter = "";

  String command = "";

  final List<SeenThread> threads = new ArrayList<>();

  /** What it says of which threads belong together; most dumps say nothing. */
  final List<Crew.Container> containers = new ArrayList<>();

  /** What it says of deadlocks: by the name of a thread that waits, who has what it waits for. */
  final Map<String, Told> deadlocked = new HashMap<>();

  /** How many deadlocks it says that there are. */
  int deadlocks;

  /** The owner is null where it is no thread of Java's. */
  record Told(String lock, String type, boolean monitor, @Nullable String owner) {}

  ThreadDump(TracedRuntime runtime, long line) {
    this.runtime = runtime;
    this.line = line;
  }

  /** All of it is known. */
  void settle() {
    threads.forEach(SeenThread::settle);
    for (SeenThread thread : threads) {
      Told told = deadlocked.get(thread.name);
      DumpLock lock = thread.waitsFor;
      if (told != null && lock == null) {
        lock = new DumpLock(told.lock(), told.type(), told.monitor()); // jhsdb tells no parking
        thread.waitsFor = lock;
      }
      if (told != null && lock != null && lock.key().equals(told.lock())) {
        thread.owner = told.owner();
      }
    }
  }
}
