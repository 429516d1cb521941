package interleave.app.command;

import interleave.engine.Run;
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

/**
 * Looks for deadlocks of a run that nobody watches. A program in a deadlock computes nothing; so
 * the recording is read only while all processes together take next to no processor time, and not
 * often when that found nothing.
 */
final class DeadlockWatch {
  private static final long IDLE_NS = 1_000_000_000;
  private static final long LONGEST_PAUSE_NS = 30_000_000_000L;

  /** Of processor time in that while; a JVM's own threads take a little. */
  private static final long NEXT_TO_NONE_NS = 100_000_000;

  private final Run run;
  private final List<String> news = new ArrayList<>();
  private int told;
  private boolean whole;
  private boolean standing;
  private long pause = IDLE_NS;
  private long since = System.nanoTime();
  private long used;

  DeadlockWatch(Run run) {
    this.run = run;
  }

  /** Looks if it is time to; true when there are {@link #news}, or nothing can go on. */
  boolean look() {
    news.clear();
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
    read();
    return whole || !news.isEmpty();
  }

  private long processorTime() {
    return ProcessHandle.of(run.pid()).stream()
        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .mapToLong(Duration::toNanos)
        .sum();
  }

  private void read() {
    Timeline timeline;
    try {
      timeline = LiveTimeline.now(run.recording());
    } catch (OutOfMemoryError e) {
      pause = Long.MAX_VALUE; // the program runs on, and nobody looks any more
      return;
    }
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
  boolean isWhole() {
    return whole;
  }
}
