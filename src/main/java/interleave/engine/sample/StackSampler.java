package interleave.engine.sample;

import interleave.event.Recording;
import interleave.words.Words;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks from outside what the threads of each Python of a run are at, on a thread of its own, which
 * sleeps until a tracer has left word of where that is to be seen.
 *
 * <p>It looks at moments that are a little irregular, so that it is not in step with a program that
 * does something at regular ones, and for no more than a twentieth of the time.
 */
public final class StackSampler implements Closeable {
  /** How long between two looks, as a rule. */
  public static final long INTERVAL_NS = 10_000_000;

  private static final Words WORDS = Words.of("engine/sample");

  /** So many times as long as it looked it pauses at least. */
  private static final int SHARE = 20;

  /** A look that took longer also loaded classes, or found much that was new. */
  private static final long LONGEST_LOOK_NS = 1_000_000;

  /** The cost of a look is the mean of about so many. */
  private static final int SMOOTHING = 8;

  /** A sample stands for no more than so many intervals. */
  private static final int MOST_INTERVALS = 4;

  private final Recording recording;
  private final long intervalNs;
  private final Consumer<String> notes;
  private final FreshFiles files;
  private final List<PythonStacks> looked = new ArrayList<>();
  private final Set<String> said = new HashSet<>();
  private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
  private final Thread thread;
  private long cost;

  private StackSampler(
      Recording recording, long intervalNs, Consumer<String> notes, FreshFiles files) {
    this.recording = recording;
    this.intervalNs = intervalNs;
    this.notes = notes;
    this.files = files;
    thread = Thread.ofPlatform().daemon().name("interleave stacks").unstarted(this::run);
  }

  /**
   * Begins to look; null where nobody wants it to, or where the system does not tell of new files,
   * which is noted.
   *
   * @param intervalNs 0 for not at all
   * @param notes hears why there is nothing to be seen, a sentence each
   */
  public static @Nullable StackSampler over(
      Recording recording, long intervalNs, Consumer<String> notes) {
    if (intervalNs <= 0) {
      return null;
    }
    try {
      FreshFiles files = new FreshFiles(recording.folder(), StackPlace::isName);
      StackSampler sampler = new StackSampler(recording, intervalNs, notes, files);
      sampler.thread.start();
      return sampler;
    } catch (IOException | UnsupportedOperationException e) {
      notes.accept(WORDS.get("no-watch", String.valueOf(e.getMessage())));
      return null;
    }
  }

  private void run() {
    Set<Path> unread = new HashSet<>();
    try {
      while (true) {
        unread.addAll(files.take(looked.isEmpty() && unread.isEmpty()));
        unread.removeIf(file -> StackPlace.read(file).map(this::add).isPresent());
        long begin = System.nanoTime();
        long used = cpu.getCurrentThreadCpuTime();
        looked.removeIf(this::hasEnded);
        long spent = Math.min(LONGEST_LOOK_NS, cpu.getCurrentThreadCpuTime() - used);
        cost += (spent - cost) / SMOOTHING;
        long pause = Math.max(intervalNs - (System.nanoTime() - begin), SHARE * cost);
        long uneven = ThreadLocalRandom.current().nextLong(intervalNs / 2 + 1) - intervalNs / 4;
        LockSupport.parkNanos(Math.max(1, pause + uneven));
      }
    } catch (ClosedWatchServiceException | InterruptedException e) {
      // The run is over.
    } finally {
      looked.forEach(StackSampler::close);
    }
  }

  private StackPlace add(StackPlace place) {
    looked.removeIf(known -> known.pid() == place.pid() && close(known)); // it has called exec
    if (!place.reason().isEmpty()) {
      say("absent." + place.reason());
      return place;
    }
    try {
      looked.add(new PythonStacks(place, recording));
    } catch (AccessDeniedException e) {
      say("denied");
    } catch (IOException e) {
      // That process has ended already.
    }
    return place;
  }

  private void say(String key) {
    if (said.add(key)) {
      notes.accept(WORDS.get(WORDS.has(key) ? key : "absent.unfound"));
    }
  }

  private boolean hasEnded(PythonStacks each) {
    try {
      each.look(MOST_INTERVALS * intervalNs);
      return false;
    } catch (IOException e) {
      return close(each);
    }
  }

  private static boolean close(PythonStacks each) {
    try {
      each.close();
    } catch (IOException e) {
      // Its process has ended.
    }
    return true;
  }

  /** Ends it; what it has seen by then is recorded. */
  @Override
  public void close() {
    try {
      files.close();
      LockSupport.unpark(thread);
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (IOException e) {
      // It goes on to look in vain, and ends with this process.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
