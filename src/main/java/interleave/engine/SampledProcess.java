package interleave.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A process whose threads are looked at: who has come, who is gone. */
final class SampledProcess extends SampledTask {
  private static final long LONGEST_NS = 40_000_000;

  /** Of more threads at once those first. */
  private static final int MOST_THREADS = 10_000;

  private final long pid;
  private final ThreadSampler sampler;
  private final File tasks;
  private final Map<String, SampledThread> threads = new HashMap<>();

  /** When it was asked last who is there. */
  private long listed;

  private long interval = ThreadSampler.SHORTEST_NS;

  SampledProcess(long pid, ThreadSampler sampler) {
    this.pid = pid;
    this.sampler = sampler;
    tasks = Path.of("/proc", Long.toString(pid), "task").toFile();
  }

  long pid() {
    return pid;
  }

  ThreadSampler sampler() {
    return sampler;
  }

  Path folder(String tid) {
    return tasks.toPath().resolve(tid);
  }

  /** Whether no thread but the first was there when that was asked last. */
  boolean isSingle() {
    return threads.size() <= 1;
  }

  @Override
  long look(long now) throws IOException {
    String[] names = tasks.list();
    if (names == null || names.length == 0) {
      throw new NoSuchFileException(tasks.toString());
    }
    boolean changed = false;
    long last = listed;
    listed = now;
    for (String name : names) {
      if (threads.size() < MOST_THREADS && !threads.containsKey(name)) {
        SampledThread thread = new SampledThread(name, this, last);
        threads.put(name, thread);
        sampler.found(thread, now);
        changed = true;
      }
    }
    if (threads.size() > names.length) {
      changed = true;
      threads.keySet().retainAll(Set.of(names));
    }
    interval = changed ? ThreadSampler.SHORTEST_NS : Math.min(LONGEST_NS, interval * 2);
    return interval;
  }

  @Override
  void gone(long now) {
    threads.clear(); // each of them will find out by itself
  }
}
