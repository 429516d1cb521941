package interleave.timeline.derive;

import interleave.event.Flags;
import interleave.event.NativeState;
import interleave.event.ToldWait;
import interleave.event.WaitChannel;
import interleave.timeline.Spans.About;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.derive.column.SpanColumns;
import interleave.timeline.derive.column.WaitStack;
import interleave.timeline.grammar.Activity;
import interleave.timeline.grammar.EventGrammar.Row;
import org.jspecify.annotations.Nullable;

/**
 * Makes the spans of one lane from what its thread begins and ends.
 *
 * <p>Waits may lie within waits: a queue may be made of a lock and a condition. When the inner one
 * ends, the outer one goes on:
 *
 * <pre>
 *   GET_REQUEST   LOCK_REQUEST      LOCK_ACQUIRED          GET
 *   ├─ blocked in get ─┼─ waits for lock ─┼─ blocked in get ─┼─ running
 * </pre>
 */
final class SpanBuilder {
  private static final int PUT_OR_NOTIFIED = 1;
  private static final int SHARED = 2;

  /** Selectors wake loops to the next millisecond. */
  private static final long PUNCTUAL = 2_000_000;

  /** A file says only what sort of wait it is. */
  private static final int OF_SORT = 3;

  private final SpanColumns spans;
  private final WaitStack waits = new WaitStack();

  /** What the thread does while it is in the middle of nothing, and where it waits then. */
  private ThreadState base = ThreadState.RUNNING;

  private int channel = -1;
  private boolean ofSort;

  SpanBuilder(SpanColumns spans) {
    this.spans = spans;
  }

  /** The first span: the thread runs, unless that is not told. */
  void first(int site, long time, boolean runs) {
    base = runs ? ThreadState.RUNNING : ThreadState.NOT_TOLD;
    spans.open(time, base, about(base), 0, channel, site);
  }

  /** What a thread does from now on that is in the middle of nothing, exactly. */
  void told(int flags, int site, long time) {
    base =
        switch (NativeState.of(flags)) {
          case UNKNOWN, ZOMBIE, GONE -> ThreadState.NOT_TOLD;
          case RUNNING -> ThreadState.RUNNING;
          case READY -> ThreadState.READY;
          case STOPPED -> ThreadState.UNTRACED_WAIT;
          case ASLEEP ->
              switch (ToldWait.of(flags)) {
                case SOMETHING -> ThreadState.UNTRACED_WAIT;
                case LOCK -> ThreadState.LOCK_WAIT;
                case QUEUE -> ThreadState.QUEUE_WAIT;
                case END -> ThreadState.JOINING;
                case OTHERS -> ThreadState.SYNC_WAIT;
                case TRANSFER -> ThreadState.IO;
                case TIME -> ThreadState.SLEEPING;
              };
        };
    channel = base == ThreadState.UNTRACED_WAIT ? WaitChannel.of(flags).ordinal() : -1;
    ofSort =
        NativeState.of(flags) == NativeState.ASLEEP && ToldWait.of(flags) != ToldWait.SOMETHING;
    Activity top = waits.top();
    if (top == null || top.state() == ThreadState.RUNNING) {
      resume(site, time);
    }
  }

  private static About about(ThreadState base) {
    return base == ThreadState.RUNNING ? About.FUNCTION : About.NOTHING;
  }

  /**
   * Begins what an event with those flags begins.
   *
   * @param limit after how many ns it ends by itself
   */
  void begin(Activity activity, int flags, int object, int site, long time, long limit) {
    int variant = variant(activity, flags);
    waits.push(activity, object, variant, limit);
    About about = about(activity, object, activity.about(flags));
    change(time, activity.state(flags), about, variant, object, site);
    spans.limit(limit);
  }

  /** Ends the innermost of that kind; where there is none, the place alone is news. */
  void end(Activity activity, int site, long time) {
    if (!endIfBegun(activity, site, time)) {
      seen(site);
    }
  }

  boolean endIfBegun(Activity activity, int site, long time) {
    boolean begun = waits.pop(activity);
    if (begun) {
      resume(site, time);
    }
    return begun;
  }

  /**
   * A thread that says anything else no longer sleeps, joins or is parked, even if its waking got
   * lost.
   */
  void endLeaf(@Nullable Row unless, int site, long time) {
    Activity top = waits.top();
    if (top != null && top.isLeaf() && (unless == null || !unless.isEndOf(top))) {
      waits.pop(top);
      resume(site, time);
    }
  }

  /** Goes on with what was before the wait that ended. */
  private void resume(int site, long time) {
    Activity top = waits.top();
    ThreadState state = top == null ? null : top.state();
    About about = top == null ? null : top.about();
    boolean stopped = state == ThreadState.RUNNING && base != ThreadState.RUNNING;
    if (top == null || state == null || about == null || stopped) {
      change(time, base, about(base), ofSort ? OF_SORT : 0, channel, site);
    } else {
      int object = waits.topObject();
      change(time, state, about(top, object, about), waits.topVariant(), object, site);
      spans.limit(waits.topLimit());
    }
  }

  /** Any of several children is no process. */
  private static About about(Activity activity, int object, About about) {
    return activity == Activity.CHILD && object < 0 ? About.NOTHING : about;
  }

  private static int variant(Activity activity, int flags) {
    return switch (activity) {
      case PUT, NOTIFICATION -> PUT_OR_NOTIFIED;
      case LOCK -> (flags & Flags.SHARED) != 0 ? SHARED : 0;
      default -> 0;
    };
  }

  /** Whether the span waits in a put, or to be notified. */
  static boolean isPutOrNotified(SpanColumns spans, int span) {
    return spans.variant(span) == PUT_OR_NOTIFIED;
  }

  /** Whether the span waits to have a lock together with others. */
  static boolean isShared(SpanColumns spans, int span) {
    return spans.variant(span) == SHARED;
  }

  /** Whether nothing is told of the span but what sort of wait it is. */
  static boolean isOfSort(SpanColumns spans, int span) {
    return spans.variant(span) == OF_SORT;
  }

  /** The last span is another from then on, whatever its thread is in the middle of. */
  void change(long time, ThreadState state, About about, int object, int site) {
    change(time, state, about, 0, object, site);
  }

  private void change(
      long time, ThreadState state, About about, int variant, int object, int site) {
    if (spans.isEmptyAt(time)) {
      spans.turn(state, about, variant, object, site);
      spans.limit(Timeline.OPEN);
    } else {
      spans.close(time);
      spans.open(time, state, about, variant, object, site);
    }
  }

  /** A running span is where its first event was. */
  void seen(int site) {
    int last = spans.size() - 1;
    if (site != 0 && spans.site(last) == 0) {
      spans.place(site);
    }
  }

  /** Where the last span is. */
  int place() {
    return spans.site(spans.size() - 1);
  }

  /** The thread has ended. */
  void release() {
    waits.release();
  }

  /** Whether the thread is in the middle of nothing. */
  boolean isFree() {
    return waits.top() == null;
  }

  /** Since when the sleep is over of which it is told only now; now, where it tells in time. */
  long overdueSince(long now) {
    int last = spans.size() - 1;
    boolean sleeps = spans.state(last) == ThreadState.SLEEPING && spans.object(last) > 0;
    long due = sleeps ? spans.start(last) + 1000L * spans.object(last) : now; // of µs
    return due < now - PUNCTUAL ? due : now;
  }

  boolean awaits() {
    return waits.top() == Activity.AWAIT;
  }

  /** Whether it has said already what it waits for, more exactly than that it awaits something. */
  boolean waitsExactly() {
    Activity top = waits.topBesidesLeaf();
    return top != null && top != Activity.AWAIT;
  }
}
