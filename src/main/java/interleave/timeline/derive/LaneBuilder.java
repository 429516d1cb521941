package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.Spans.About;
import interleave.timeline.ThreadLane.Kind;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.derive.column.CrowdBuilder;
import interleave.timeline.derive.column.HoldColumns;
import interleave.timeline.derive.column.SpanColumns;
import interleave.timeline.derive.system.SampledLane;
import interleave.timeline.grammar.Activity;
import interleave.timeline.grammar.EventGrammar.Row;
import interleave.timeline.grammar.Role;
import org.jspecify.annotations.Nullable;

/**
 * Makes a lane's spans from the thread's own events, in the order in which it recorded them. That
 * needs no other thread, so a lane is always drawn up to its newest event.
 */
final class LaneBuilder {
  final int index;
  final ProcessState process;
  final long id;

  /** What the system calls it, or another tool's file; 0 where neither is told. */
  long number;

  final SpanColumns spans = new SpanColumns();

  /** Null while it never held anything, as most of very many threads. */
  @Nullable HoldColumns holds;

  private final SpanBuilder going = new SpanBuilder(spans);

  /** Of a thread that is one of too many; null of others. */
  @Nullable CrowdBuilder crowd;

  /** Where it stands among those of its crowd. */
  int place = -1;

  /** Of a virtual thread: the lane of the carrier that it was last seen on, -1 when not known. */
  int carrier = -1;

  /** Of a task of an event loop: the lane of the thread that runs it now, -1 for none. */
  int runner = -1;

  /** The lane of the thread that started this one, -1 when not known, and when it did. */
  int starter = -1;

  long started;

  /** What the system says of its thread; null where it says nothing. */
  @Nullable SampledLane system;

  /** What it does by its own word as far as its crowd has counted that, and as what it counts. */
  int told = CrowdBuilder.GONE;

  int counted = CrowdBuilder.GONE;

  /** Its slices; -1 where it has none. */
  int slices = -1;

  /** Whether only the system has told of it. */
  boolean unseen;

  /** Whether the next snapshot has to look at it. */
  boolean changed;

  String name;
  Kind kind = Kind.PLATFORM;
  boolean daemon;
  boolean service;

  /** Whether it is called as its process is, see {@link ProcessState#isCalled}. */
  boolean first;

  /** What its colour goes by; its index until it is known what kind of thread it is. */
  int hue;

  long start = Timeline.OPEN;
  long end = Timeline.OPEN;
  long newest = Long.MIN_VALUE;
  private long nextLimit = Timeline.OPEN;

  LaneBuilder(int index, ProcessState process, long id) {
    this.index = index;
    this.hue = index;
    this.process = process;
    this.id = id;
    this.name = "thread " + id;
  }

  void define(int flags, @Nullable String text) {
    if (text != null) {
      name = text;
    }
    daemon = (flags & Flags.DAEMON) != 0;
    service = (flags & Flags.SERVICE) != 0;
    if ((flags & Flags.COROUTINE) != 0) {
      kind = Kind.TASK;
    } else if (kind != Kind.CARRIER) {
      kind = (flags & Flags.VIRTUAL) != 0 ? Kind.VIRTUAL : Kind.PLATFORM;
    }
    if (kind == Kind.VIRTUAL && text == null) {
      name = "virtual " + id;
    }
  }

  /**
   * Its file has that number for it, by which it is called where nobody gave it a name. The
   * system's own counts for more.
   */
  void calledByItsFile(long told, boolean nameless) {
    if (number == 0 && told > 0) {
      number = told;
    }
    if (nameless && kind != Kind.VIRTUAL) {
      name = "thread " + told;
    }
  }

  private HoldColumns holding() {
    HoldColumns known = holds;
    if (known == null) {
      known = new HoldColumns();
      holds = known;
    }
    return known;
  }

  boolean isSeen() {
    return start != Timeline.OPEN;
  }

  /** What it does by its newest event: the ordinal of a state, or {@link CrowdBuilder#GONE}. */
  int state() {
    return !isSeen() || end != Timeline.OPEN
        ? CrowdBuilder.GONE
        : spans.state(spans.size() - 1).ordinal();
  }

  /** Nanoseconds for which it waited for others so far. */
  long waited(long now) {
    return spans.spent(ThreadState.LOCK_WAIT, now)
        + spans.spent(ThreadState.QUEUE_WAIT, now)
        + spans.spent(ThreadState.SYNC_WAIT, now);
  }

  /** A carrier runs that thread from now on. */
  void carries(int lane, long from) {
    if (end != Timeline.OPEN) {
      return;
    }
    long time = Math.max(newest, from);
    newest = time;
    if (!isSeen()) {
      start = time;
    } else if (spans.isOpen()) {
      spans.close(time);
    }
    spans.open(time, ThreadState.RUNNING, About.LANE, 0, lane, 0);
  }

  /** The thread that a carrier runs, -1 for none. */
  int carried() {
    int last = spans.size() - 1;
    boolean carries =
        spans.isOpen()
            && spans.about(last) == About.LANE
            && spans.state(last) == ThreadState.RUNNING;
    return carries ? spans.object(last) : -1;
  }

  /** A carrier that runs that thread has nothing to do then. */
  void carriesNoMore(int lane, long at) {
    if (carried() == lane) {
      newest = Math.max(newest, at);
      spans.close(newest);
    }
  }

  /** The loop of this thread runs a step of that task. */
  void runs(int task, long from) {
    newest = Math.max(newest, from);
    if (!isSeen()) {
      start = newest;
      going.first(0, newest, process.tellsRunning());
    }
    going.endLeaf(null, 0, newest);
    going.begin(Activity.STEP, 0, task, 0, newest, Timeline.OPEN);
  }

  /** The step is over. */
  void runsNoMore(long at) {
    if (end == Timeline.OPEN && going.endIfBegun(Activity.STEP, 0, Math.max(newest, at))) {
      newest = Math.max(newest, at);
    }
  }

  /**
   * A task may go on with what it awaits, or might have since its sleep was over; it has to wait
   * for its turn.
   */
  void ready(long at) {
    if (end == Timeline.OPEN && going.awaits()) {
      newest = Math.max(newest, at);
      long since = going.overdueSince(newest);
      going.change(since, ThreadState.SYNC_WAIT, About.TURN, -1, going.place());
    }
  }

  /** What it begins to wait for next ends by itself after so many ns. */
  void limitsNext(long ns) {
    nextLimit = ns;
  }

  /** Whether the lane becomes another by that event. */
  boolean takes(Row row) {
    return end == Timeline.OPEN
        && (row.activity() != Activity.AWAIT || row.role() != Role.BEGINS || !going.waitsExactly());
  }

  /**
   * Takes an event of this thread.
   *
   * @param thing index of the object it is about
   * @param object what the span is about that it begins, by its activity
   * @param limit after how many ns what it begins ends by itself, as far as it says so
   */
  void event(Row row, int flags, int thing, int object, int site, long happened, long limit) {
    if (end != Timeline.OPEN) {
      return; // what a dying thread's hooks still say
    }
    newest = Math.max(newest, happened);
    long time = newest; // spans stay sorted, whatever a segment says
    if (!isSeen()) {
      start = time;
      going.first(site, time, process.tellsRunning());
    }
    if (row.role() == Role.LAST) {
      finish(time);
      return;
    }
    if (row.kind() == EventKind.STATE_TOLD) {
      going.told(flags, site, time);
      return;
    }
    boolean taken = takes(row);
    going.endLeaf(row, site, time);
    Activity activity = row.activity();
    if (activity == null) {
      going.seen(site);
    } else if (row.role() == Role.ENDS) {
      ends(activity, flags, thing, site, time);
    } else if (taken) {
      going.begin(activity, flags, object, site, time, Math.min(limit, nextLimit));
      nextLimit = Timeline.OPEN;
    }
    switch (row.hold()) {
      case BEGINS -> {
        if ((flags & Flags.UNTOLD) == 0) {
          holding().open(time, thing, site);
        }
      }
      case ENDS -> holding().close(time, thing);
      case NONE -> {}
    }
  }

  private void ends(Activity activity, int flags, int thing, int site, long time) {
    boolean awaited = activity == Activity.AWAIT; // and goes on where it did
    going.end(activity, awaited ? going.place() : site, time);
    if (!going.isFree()) {
      return;
    }
    if (activity == Activity.SERVICE) { // it waits for the next call
      going.change(time, ThreadState.IO, About.NOTHING, -1, 0);
    } else if (activity == Activity.TASK && (flags & Flags.IDLE) != 0) {
      going.change(time, ThreadState.QUEUE_WAIT, About.POOL, thing, 0);
    }
  }

  /** Another thread let go of a lock that this one held. */
  void releasedByAnother(int object, long time) {
    holding().close(time, object);
  }

  /** Something happened in it that is in no span. */
  void heard(long happened) {
    newest = Math.max(newest, happened);
    if (!isSeen()) {
      start = newest;
      going.first(0, newest, process.tellsRunning());
    }
  }

  /** It is only known that it is there. */
  void beginUnseen(long time) {
    unseen = true;
    start = time;
    newest = time;
    going.first(0, time, true);
  }

  /** The thread's end, or its process'. */
  void finish(long time) {
    if (!isSeen() || end != Timeline.OPEN) {
      return;
    }
    end = Math.max(time, newest);
    if (spans.isOpen()) {
      spans.close(end);
    }
    if (holds != null) {
      holds.closeAll(end);
    }
    going.release();
  }
}
