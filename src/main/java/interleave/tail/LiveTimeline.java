package interleave.tail;

import interleave.event.EventKind;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import interleave.file.FurtherEntry;
import interleave.file.Progress;
import interleave.timeline.Timeline;
import interleave.timeline.derive.TimelineStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Follows a recording while it is written, on a thread of its own, and always has its newest {@link
 * Timeline}. A reader that spins would starve the program under study on a small machine, so it
 * parks between polls: briefly while there is much to read.
 */
public final class LiveTimeline implements AutoCloseable {
  /** A system property: {@code true} where this JVM runs one command and ends. */
  public static final String ONE_COMMAND = "interleave.one-command";

  /** Of more events at once something is shown in between. */
  static final int MOST_AT_ONCE = 1 << 17;

  static final long USUAL_DELAY = TimeUnit.MILLISECONDS.toNanos(20);

  /** What an event costs hardly changes from one poll to the next. */
  private static final int POLLS_A_COST = 64;

  static {
    ScratchFile.use();
  }

  private final Recording recording;
  private final Pace pace;
  private final RecordingReader reader;
  private TimelineStore store = new TimelineStore();
  private final Thread thread;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile Timeline newest = new TimelineStore().snapshot();
  private volatile long generation;
  private volatile long deriving;

  /** Up to when the newest timeline knows all, and whether more than that was written by now. */
  private volatile long known = System.nanoTime();

  private volatile boolean behind;
  private volatile long waiting;
  private volatile long read;

  /** Since when somebody wants to look, where nobody does as a rule; 0 for nobody. */
  private volatile long asked;

  private volatile boolean ended;
  private volatile boolean closed;
  private volatile @Nullable RuntimeException failure;
  private volatile @Nullable TimelineStore derived;

  /**
   * How closely a recording is followed.
   *
   * @param shortest the pause between two polls while there is much to read, in ns
   * @param longest the pause while there is nothing
   * @param seen whether somebody looks meanwhile
   * @param steps whether its time counts steps
   */
  private record Pace(long shortest, long longest, boolean seen, boolean steps) {
    static final Pace OF_EYES = seen(false);
    static final Pace OF_STEPS = seen(true);
    static final Pace UNSEEN =
        new Pace(
            TimeUnit.MILLISECONDS.toNanos(200), TimeUnit.MILLISECONDS.toNanos(400), false, false);

    private static Pace seen(boolean steps) {
      return new Pace(
          TimeUnit.MILLISECONDS.toNanos(4), TimeUnit.MILLISECONDS.toNanos(16), true, steps);
    }
  }

  private LiveTimeline(Recording recording, Pace pace) {
    this.recording = recording;
    this.pace = pace;
    reader = recording.reader();
    thread = Thread.ofPlatform().daemon().name("interleave timeline").unstarted(this::follow);
  }

  /** Begins to follow {@code recording}. */
  public static LiveTimeline follow(Recording recording) {
    return started(new LiveTimeline(recording, Pace.OF_EYES));
  }

  /** Begins to follow the recording of a run under control, whose time counts steps. */
  public static LiveTimeline followSteps(Recording recording) {
    return started(new LiveTimeline(recording, Pace.OF_STEPS));
  }

  /**
   * Begins to derive {@code recording} while it is written, for whoever wants its timeline when the
   * run has ended. Before that there is nothing to be seen, and all goes on in large pieces.
   */
  public static LiveTimeline ahead(Recording recording) {
    return started(new LiveTimeline(recording, Pace.UNSEEN));
  }

  private static LiveTimeline started(LiveTimeline live) {
    live.thread.start();
    return live;
  }

  /** Derives one slice, so that what that takes is loaded. */
  static void loadAhead() {
    TimelineStore store = new TimelineStore();
    SegmentInfo from = new SegmentInfo(Path.of(""), TracedRuntime.OTHER, 1, 0, 0, 0, false);
    store.segment(from);
    store.event(from, EventKind.SLICE, 0, 1, 0, 0, 1, 1, null);
    store.finish();
  }

  /** The timeline of a recording that is complete. */
  public static Timeline load(Recording recording) {
    return derive(recording).snapshot();
  }

  /**
   * The timeline of a recording that may be damaged.
   *
   * @throws CancellationException when {@code progress} wants it to end
   */
  public static Timeline load(Finished finished, Progress progress) {
    return derive(finished, progress).snapshot();
  }

  /** As {@link #load(Recording)}, for who wants to keep what was derived. */
  public static TimelineStore derive(Recording recording) {
    return derive(Finished.whole(recording), Progress.UNHEARD);
  }

  /** As {@link #load(Finished, Progress)}, for who wants to keep what was derived. */
  public static TimelineStore derive(Finished finished, Progress progress) {
    return new Loading(finished, progress).derive();
  }

  /** What the reader knows of all of a recording. */
  static void tell(TimelineStore store, RecordingReader reader) {
    store.counters(reader.lost(), reader.skipped(), reader.nanosPerEvent());
  }

  private void follow() {
    if (!pace.seen()) {
      Modesty.begin(Boolean.getBoolean(ONE_COMMAND));
    }
    guarded(this::tail);
    if (pace.seen() || !ended) {
      last();
    }
  }

  /** Reads the rest, if it is to be read, and lets go of the recording. */
  private void last() {
    if (ended && !closed && failure == null) {
      guarded(this::finish);
    }
    reader.close();
    behind = false;
    waiting = 0;
    done.countDown();
  }

  /**
   * Who was modest while the program ran need not be any longer, and could not be otherwise again:
   * another thread goes on.
   */
  private void takeOver() {
    boolean waits = true;
    while (waits) {
      try {
        thread.join();
        waits = false;
      } catch (InterruptedException e) {
        // nobody has a reason to
      }
    }
    last();
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      failure = e;
    } catch (OutOfMemoryError e) {
      failure = new IllegalStateException("memory ran out", e);
    }
  }

  private void tail() {
    long pause = pace.shortest();
    double cost = Double.NaN;
    for (int polls = 0; !closed && !ended; polls++) {
      long polled = System.nanoTime();
      behind = true;
      int events = reader.poll(store, MOST_AT_ONCE);
      if (polls % POLLS_A_COST == 0) {
        cost = reader.nanosPerEvent(); // looks at the samples of all segments
      }
      store.counters(reader.lost(), reader.skipped(), cost);
      store.problems(reader.problems());
      long reached = Math.min(polled, reader.reached());
      if (pace.steps()) {
        step(reached >= polled);
      } else if (pace.seen()) {
        store.advance(reached);
        publish(store.snapshot());
      } else {
        store.prepare(reached);
        answer(reached);
      }
      boolean more = reached < polled;
      waiting = more && pace.seen() ? reader.waiting() : 0;
      read = reader.position();
      deriving = System.nanoTime() - polled;
      known = reached;
      behind = more;
      pause = events > 0 ? pace.shortest() : Math.min(pace.longest(), pause * 2);
      if (!more && !ended && asked == 0) {
        LockSupport.parkNanos(pause);
      }
    }
  }

  private void step(boolean all) {
    if (all) {
      store.advanceSteps();
      publish(store.snapshot());
    }
  }

  private void answer(long reached) {
    if (asked != 0 && asked <= reached) {
      store.advance(reached);
      publish(store.snapshot());
      asked = 0;
    }
  }

  /** The run has ended; of what is left nothing waits for longer than it has to. */
  private void finish() {
    behind = true;
    reader.finish(store, this::upTo);
    tell(store, reader);
    List<String> all = new ArrayList<>(reader.problems());
    ScratchFile.shortage().ifPresent(all::add);
    store.problems(all);
    store.finish();
    if (store.late()) {
      store = new Loading(Finished.whole(recording), Progress.UNHEARD).derive(store.again());
    }
    derived = store;
    publish(store.snapshot());
  }

  private void upTo(long reached) {
    store.upTo(reached - Math.max(USUAL_DELAY, store.longestDelay()));
    known = reached;
  }

  private void publish(Timeline timeline) {
    newest = timeline;
    generation++; // one thread after the other writes it
  }

  /** The newest timeline; never null, and empty before the first event. */
  public Timeline timeline() {
    return newest;
  }

  /**
   * Somebody wants to look for once at what nobody looks at as a rule: {@link #timeline} is to be
   * as of now, as soon as the program leaves a processor for that.
   */
  public void ask() {
    if (!pace.seen() && !isFinal()) {
      asked = System.nanoTime();
      LockSupport.unpark(thread);
    }
  }

  /** Whether {@link #timeline} is what was asked for last. */
  public boolean isAnswered() {
    return asked == 0 || isFinal();
  }

  /**
   * By how many ns the newest timeline is behind the program: there is news that is not in it, and
   * all that happened before that is. 0 when there is no news.
   */
  public long behind() {
    return behind ? Math.max(0, System.nanoTime() - known) : 0;
  }

  /** About how many bytes of the recording wait to be read, beside those that just come. */
  public long bytesWaiting() {
    // Where nobody looks it is seldom asked, and seldom read: so it is counted then.
    return pace.seen() || isFinal() ? waiting : Math.max(0, recording.written() - read);
  }

  /** How many ns it took to read and derive what came last, up to its timeline. */
  public long deriving() {
    return deriving;
  }

  /** Grows with every new timeline. */
  public long generation() {
    return generation;
  }

  /** Says that the run has ended: what there is left is read, and the timeline becomes final. */
  public synchronized void end() {
    boolean first = !ended;
    ended = true;
    LockSupport.unpark(thread);
    if (first && !pace.seen()) {
      Thread.ofPlatform().daemon().name(thread.getName()).start(this::takeOver);
    }
  }

  /** Waits until the timeline is final, and returns it. {@link #end} must have been called. */
  public Timeline awaitFinal() throws InterruptedException {
    done.await();
    RuntimeException failed = failure;
    if (failed != null && failed.getCause() instanceof OutOfMemoryError exhausted) {
      throw exhausted;
    }
    if (failed != null) {
      throw new IllegalStateException("the recording could not be read to its end", failed);
    }
    return newest;
  }

  /**
   * What to keep with the recording where it is saved: what was derived of it, where that is all of
   * it by then.
   */
  public List<FurtherEntry> entries() {
    return List.of(new KeptTimeline(() -> derived));
  }

  /** As {@link #entries}; saving waits until all of it is derived. */
  public List<FurtherEntry> finalEntries() {
    return List.of(new KeptTimeline(new Awaited()));
  }

  private final class Awaited implements KeptTimeline.Derived {
    @Override
    public @Nullable TimelineStore now() {
      return derived;
    }

    @Override
    public @Nullable TimelineStore awaited() {
      try {
        done.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return derived;
    }
  }

  /** Whether the timeline is final. */
  public boolean isFinal() {
    return done.getCount() == 0;
  }

  /** What stopped the reading before the end, null when nothing did. */
  public @Nullable RuntimeException failure() {
    return failure;
  }

  /** Whether there was not enough memory to follow it to its end. */
  public boolean isExhausted() {
    return failure != null && failure.getCause() instanceof OutOfMemoryError;
  }

  /** Stops following. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
