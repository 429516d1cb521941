package interleave.engine;

import interleave.engine.sample.FreshFiles;
import interleave.words.Words;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks from outside who holds the lock of each Python interpreter of a run, on a thread of its
 * own, which sleeps until a tracer has left word of such a lock.
 *
 * <p>How often it looks depends on what it sees:
 *
 * <pre>
 *   threads take turns      every 100 µs, and not more than a tenth of the time
 *   nothing for 50 ms       every millisecond
 *   nothing for a second    every 5 ms
 *   very much recorded      half as often after each 8 MB
 * </pre>
 *
 * Handovers that it misses are counted by the interpreter itself.
 */
final class GilSampler implements Closeable {
  private static final Words WORDS = Words.of("engine/gil");
  private static final long BUSY_NS = 100_000;
  private static final long QUIET_NS = 1_000_000;
  private static final long IDLE_NS = 5_000_000;
  private static final long QUIET_AFTER_NS = 50_000_000;
  private static final long IDLE_AFTER_NS = 1_000_000_000;

  /** So many times as long as it looked it pauses at least. */
  private static final int SHARE = 10;

  /** After so many events it looks half as often. */
  private static final long EVENTS_A_HALVING = 1 << 18;

  private final EngineLog log;
  private final FreshFiles files;
  private final List<SampledGil> locks = new ArrayList<>();
  private final Set<String> said = new HashSet<>();
  private final Thread thread;
  private long changed;
  private long eventsOfEnded;

  private GilSampler(EngineLog log, FreshFiles files) {
    this.log = log;
    this.files = files;
    thread = Thread.ofPlatform().daemon().name("interleave gil").unstarted(this::run);
  }

  /** Begins to look; null where the system does not tell of new files, which is noted. */
  static @Nullable GilSampler over(Path folder, EngineLog log) {
    try {
      GilSampler sampler = new GilSampler(log, new FreshFiles(folder, GilPlace::isName));
      sampler.thread.start();
      return sampler;
    } catch (IOException | UnsupportedOperationException e) {
      log.note(WORDS.get("no-watch", String.valueOf(e.getMessage())));
      return null;
    }
  }

  private void run() {
    Set<Path> unread = new HashSet<>();
    try {
      while (true) {
        unread.addAll(files.take(locks.isEmpty() && unread.isEmpty()));
        unread.removeIf(file -> GilPlace.read(file).map(this::add).isPresent());
        look();
      }
    } catch (ClosedWatchServiceException | InterruptedException e) {
      // The run is over.
    } finally {
      locks.forEach(GilSampler::close);
    }
  }

  private GilPlace add(GilPlace place) {
    locks.removeIf(known -> known.pid() == place.pid() && gone(known)); // it has called exec
    if (!place.reason().isEmpty()) {
      say("absent." + place.reason());
      return place;
    }
    try {
      locks.add(new SampledGil(place, log));
      changed = System.nanoTime();
    } catch (AccessDeniedException e) {
      say("denied");
    } catch (IOException e) {
      // That process has ended already.
    }
    return place;
  }

  private void say(String key) {
    if (said.add(key)) {
      log.note(WORDS.get(WORDS.has(key) ? key : "absent.unfound"));
    }
  }

  /** Looks at all of them, and pauses. */
  private void look() {
    long begin = System.nanoTime();
    locks.removeIf(this::looked);
    long end = System.nanoTime();
    long quiet = end - changed;
    long pause = quiet < QUIET_AFTER_NS ? BUSY_NS : quiet < IDLE_AFTER_NS ? QUIET_NS : IDLE_NS;
    // A look that took longer was interrupted, which says nothing about its cost.
    long rest = Math.min(QUIET_NS, SHARE * (end - begin));
    LockSupport.parkNanos(Math.max(pause << halvings(), rest));
  }

  /** Whether that one has ended. */
  private boolean looked(SampledGil lock) {
    try {
      if (lock.look()) {
        changed = System.nanoTime();
      }
      return false;
    } catch (IOException e) {
      return gone(lock);
    }
  }

  private boolean gone(SampledGil lock) {
    lock.ended();
    eventsOfEnded += lock.events();
    close(lock);
    return true;
  }

  private int halvings() {
    long events = eventsOfEnded;
    for (SampledGil lock : locks) {
      events += lock.events();
    }
    return (int) Math.min(10, events / EVENTS_A_HALVING);
  }

  private static void close(SampledGil lock) {
    try {
      lock.close();
    } catch (IOException e) {
      // Its process has ended.
    }
  }

  /** Ends it; what it has seen by then is recorded. */
  @Override
  public void close() {
    try {
      files.close();
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (IOException e) {
      // It goes on to look in vain, and ends with this process.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
