package interleave.app.command;

import interleave.engine.Run;
import interleave.tail.Glance;
import interleave.tail.LiveTimeline;
import interleave.timeline.Deadlock;
import interleave.timeline.Standstill;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.explain.Explanation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for deadlocks of a run that nobody watches. A program in a deadlock computes nothing; so
 * the recording is read only while all processes together take next to no processor time, and not
 * often when that found nothing. Nobody waits for it: the program may end before it is read.
 */
public final class DeadlockWatch implements AutoCloseable {
  private static final long IDLE_NS = 1_000_000_000;
  private static final long LONGEST_PAUSE_NS = 30_000_000_000L;

  /** So many times as long as reading took is the pause after it. */
  private static final int RARELY = 10;

  /** Of processor time in that while; a JVM's own threads take a little. */
  private static final long NEXT_TO_NONE_NS = 100_000_000;

  private final Run run;
  private final @Nullable LiveTimeline live;
  private @Nullable Glance glance;
  private final List<String> news = new ArrayList<>();
  private int told;
  private boolean whole;
  private boolean standing;
  private boolean asked;
  private long pause = IDLE_NS;
  private long since = System.nanoTime();
  private long used;

  /**
   * Watches over {@code run}.
   *
   * @param live understands it anyway; null where nobody does
   */
  public DeadlockWatch(Run run, @Nullable LiveTimeline live) {
    this.run = run;
    this.live = live;
  }

  /** Looks if it is time to; true when there are {@link #news}, or nothing can go on. */
  public boolean look() {
    news.clear();
    if (asked) {
      return answered();
    }
    long now = System.nanoTime();
    if (now - since < pause) {
      return false;
    }
    long before = used;
    used = processorTime();
    since = now;
    if (used - before > NEXT_TO_NONE_NS) {
      pause = IDLE_NS;
      return false;
    }
    pause = Math.min(LONGEST_PAUSE_NS, pause * 2);
    asked = true;
    if (live != null) {
      live.ask();
    } else {
      glance = Glance.at(run.recording());
    }
    return answered();
  }

  /** Whoever understands the run may not have come so far yet. */
  private boolean answered() {
    if ((live != null && !live.isAnswered()) || (glance != null && !glance.isDone())) {
      return false;
    }
    asked = false;
    try {
      if (live != null) {
        read(live.timeline());
      } else if (glance != null) {
        glance.timeline().ifPresent(this::read);
        since = System.nanoTime();
        pause = Math.max(pause, RARELY * glance.took());
        glance = null;
      }
    } catch (OutOfMemoryError e) {
      pause = Long.MAX_VALUE; // the program runs on, and nobody looks any more
      glance = null;
    }
    return whole || !news.isEmpty();
  }

  private long processorTime() {
    return ProcessHandle.of(run.pid()).stream()
        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .mapToLong(Duration::toNanos)
        .sum();
  }

  private void read(Timeline timeline) {
    for (Deadlock deadlock : timeline.deadlocks()) {
      boolean lasts = deadlock.end() == Timeline.OPEN && !deadlock.isPassing();
      if (lasts && deadlock.index() >= told) {
        told = deadlock.index() + 1;
        news.add(Explanation.sentence(timeline, new ThingRef.Deadlock(deadlock.index())));
      }
    }
    whole = Standstill.of(timeline).isWhole();
    String all = Explanation.standstill(timeline);
    if (!all.isEmpty() && !standing) {
      news.add(all);
    }
    standing = !all.isEmpty();
  }

  /** What was found at the last look, one sentence each. */
  List<String> news() {
    return List.copyOf(news);
  }

  /** Whether nothing of the program can go on. */
  public boolean isWhole() {
    return whole;
  }

  /** The run is over. */
  @Override
  public void close() {
    if (glance != null) {
      glance.close();
    }
  }
}
