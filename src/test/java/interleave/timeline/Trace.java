package interleave.timeline;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.NativeState;
import interleave.event.ObjectType;
import interleave.event.SegmentInfo;
import interleave.event.ThreadSample;
import interleave.event.TracedRuntime;
import interleave.event.ValueType;
import interleave.event.WaitChannel;
import interleave.timeline.derive.TimelineStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a store by hand what threads did:
 *
 * <pre>
 *   Trace trace = new Trace();
 *   Trace.Thread main = trace.process(1, "Bank").thread(1, "main");
 *   main.at(10).event(EventKind.LOCK_REQUEST, lock);
 *   Timeline timeline = trace.end();
 * </pre>
 */
public final class Trace {
  public final TimelineStore store = new TimelineStore();
  private int objects;
  private final SegmentInfo engine =
      new SegmentInfo(Path.of("engine"), TracedRuntime.ENGINE, 1, 0, 0, 0, false);

  public Process process(long pid, String name) {
    return process(pid, name, 0);
  }

  public Process process(long pid, String name, long parent) {
    return process(pid, name, parent, TracedRuntime.JAVA);
  }

  /** One whose program is in Python. */
  public Process python(long pid, String name, long parent) {
    return process(pid, name, parent, TracedRuntime.PYTHON);
  }

  /** One of which a file of another tool tells. */
  public Process foreign(long pid, String name) {
    return process(pid, name, 0, TracedRuntime.OTHER);
  }

  private Process process(long pid, String name, long parent, TracedRuntime runtime) {
    Process process = new Process(pid, parent, runtime);
    store.segment(process.segment);
    process.main().say(EventKind.PROCESS_NAME, 0, 0, 0, 0, 0, name);
    return process;
  }

  /** What the engine has to say about a process. */
  public void engine(long time, EventKind kind, int flags, long value, @Nullable String text) {
    store.event(engine, kind, flags, 0, 0, 0, value, time, text);
  }

  /** What the engine saw of the lock of a process' interpreter. */
  public void gil(long time, EventKind kind, int pid, long value) {
    store.event(engine, kind, 0, 0, pid, 0, value, time, null);
  }

  /** What the engine saw a thread of the system's do since a look {@code sample} ago. */
  public void system(
      long time,
      int pid,
      NativeState state,
      WaitChannel channel,
      ThreadSample sample,
      @Nullable String name) {
    int flags = state.flags(channel);
    store.event(engine, EventKind.THREAD_STATE, flags, 0, pid, 0, sample.packed(), time, name);
  }

  /** A machine that processes are on whose pids have its number above the low 32 bits. */
  public void host(long time, int number, String name, long uncertainty) {
    store.event(engine, EventKind.HOST, 0, 0, number, 0, uncertainty, time, name);
  }

  public Timeline end() {
    store.finish();
    return store.snapshot();
  }

  public final class Process {
    private final SegmentInfo segment;
    private final Map<String, Integer> sites = new HashMap<>();

    private Process(long pid, long parent, TracedRuntime runtime) {
      segment = new SegmentInfo(Path.of("s" + pid), runtime, pid, parent, 0, 0, false);
    }

    private Thread main() {
      return new Thread(this, 0);
    }

    public Thread thread(int id, String name) {
      Thread thread = new Thread(this, id);
      thread.say(EventKind.DEFINE_THREAD, 0, 0, 0, id, 0, name);
      return thread;
    }

    /** A row of slices that is no thread's. */
    public Thread track(int id, String name) {
      Thread track = new Thread(this, id);
      track.say(EventKind.DEFINE_THREAD, Flags.TRACK, 0, 0, id, 0, name);
      return track;
    }

    public Thread virtual(int id, @Nullable String name) {
      Thread thread = new Thread(this, id);
      thread.say(EventKind.DEFINE_THREAD, Flags.VIRTUAL, 0, 0, id, 0, name);
      return thread;
    }

    public int object(ObjectType type, long key, String name) {
      return object(type.code(), key, name);
    }

    /** One whose type may be of no code that is known. */
    public int object(int type, long key, String name) {
      int id = ++objects;
      main().say(EventKind.DEFINE_OBJECT, type, id, 0, key, 0, name);
      return id;
    }

    private int site(String function, int line) {
      return site("P.java\n" + function + "\nP", function, line);
    }

    private int site(String words, String key, int line) {
      return sites.computeIfAbsent(
          key + line,
          _ -> {
            int id = sites.size() + 1;
            main().say(EventKind.DEFINE_SITE, 0, 0, id, line, 0, words);
            return id;
          });
    }
  }

  public final class Thread {
    private final Process process;
    private final int id;
    private long time;
    private int site;

    private Thread(Process process, int id) {
      this.process = process;
      this.id = id;
    }

    public Thread at(long time) {
      this.time = time;
      return this;
    }

    public Thread in(String function, int line) {
      site = process.site(function, line);
      return this;
    }

    /**
     * What stands for the place in a sample by who looks from outside: for how many µs it counts.
     */
    public Thread micros(int weight) {
      site = weight;
      return this;
    }

    /** A place in a file of that name, in no class. */
    public Thread place(String file, String function, int line) {
      site = process.site(file + "\n" + function + "\n", file + function, line);
      return this;
    }

    public Thread event(EventKind kind) {
      return event(kind, 0, 0, 0, null);
    }

    public Thread event(EventKind kind, int object) {
      return event(kind, 0, object, 0, null);
    }

    public Thread event(EventKind kind, int object, long value) {
      return event(kind, 0, object, value, null);
    }

    public Thread event(EventKind kind, int flags, int object, long value, @Nullable String text) {
      say(kind, flags, object, site, value, time, text);
      return this;
    }

    public Thread reads(int variable, long value) {
      return event(EventKind.FIELD_READ, ValueType.INT.code(), variable, value, null);
    }

    public Thread writes(int variable, long value) {
      return event(EventKind.FIELD_WRITE, ValueType.INT.code(), variable, value, null);
    }

    private void say(
        EventKind kind,
        int flags,
        int object,
        int at,
        long value,
        long when,
        @Nullable String text) {
      store.event(process.segment, kind, flags, id, object, at, value, when, text);
    }
  }
}
