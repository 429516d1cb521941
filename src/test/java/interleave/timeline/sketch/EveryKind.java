package interleave.timeline.sketch;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;

/** A run of a program in Python with a row of every kind, its child included. */
public final class EveryKind {
  public static final long MS = 1_000_000;
  private static final int PID = 7;
  private static final long IDENT = 0x7000;

  private final Trace trace = new Trace();
  private final Trace.Process program = trace.python(PID, "Everything", 0);
  private final Trace.Thread main = program.thread(1, "main");
  private final Trace.Thread other = program.thread(2, "other");

  private EveryKind() {}

  public static Timeline timeline() {
    return new EveryKind().recorded();
  }

  /** For whoever has more to tell before it ends. */
  public static Trace trace() {
    EveryKind every = new EveryKind();
    every.record();
    return every.trace;
  }

  private Timeline recorded() {
    record();
    return trace.end();
  }

  private void record() {
    main.at(1).event(EventKind.DEFINE_THREAD, 0, 0, IDENT, "main").event(EventKind.THREAD_BEGIN);
    other
        .at(2)
        .event(EventKind.DEFINE_THREAD, 0, 0, IDENT + 1, "other")
        .event(EventKind.THREAD_BEGIN);
    main.at(3).event(EventKind.PHASE_BEGIN, 0, 0, 10, "first");
    trace.gil(MS, EventKind.GIL_HELD, PID, IDENT);
    locks();
    crowd();
    shared();
    trace.gil(9 * MS, EventKind.GIL_HELD, PID, IDENT + 1);
    child();
    main.at(10 * MS).event(EventKind.PHASE_BEGIN, 0, 0, 10, "second");
    main.at(11 * MS).event(EventKind.OUTPUT, 0, 0, 0, "printed");
    for (int i = 1; i <= 6; i++) {
      trace.gil(100 * i * MS, EventKind.CPU_SAMPLE, PID, 50 * i * MS);
    }
    main.at(700 * MS).event(EventKind.PHASE_END);
  }

  /** More than are shown. */
  private void locks() {
    for (int i = 0; i < 40; i++) {
      int lock = program.object(ObjectType.LOCK, 0, "P.lock" + i);
      main.at(1000 * i + 10).event(EventKind.LOCK_REQUEST, lock);
      main.at(1000 * i + 20).event(EventKind.LOCK_ACQUIRED, lock, 10);
      main.at(1000 * i + 30).event(EventKind.LOCK_RELEASED, lock);
    }
  }

  private void crowd() {
    for (int i = 0; i < 100; i++) {
      Trace.Thread each = program.virtual(10 + i, "v" + i);
      each.at(2 * MS + i).event(EventKind.THREAD_BEGIN);
      each.at(2 * MS + 1000 + i).event(EventKind.SLEEP_BEGIN, 0, 100);
      each.at(8 * MS + i).event(EventKind.SLEEP_END).event(EventKind.THREAD_END);
    }
  }

  private void shared() {
    int latch = program.object(ObjectType.LATCH, 0, "P.ready");
    main.at(3 * MS).event(EventKind.SYNC_STATE, latch, 1L << 32 | 1);
    other.at(3 * MS + 1).event(EventKind.SYNC_WAIT_BEGIN, latch, 1);
    main.at(4 * MS).event(EventKind.ARRIVED, latch);
    other.at(4 * MS + 5).event(EventKind.SYNC_WAIT_END, latch);
    int variable = program.object(ObjectType.VARIABLE, 0, "P.total");
    main.at(5 * MS).reads(variable, 0).writes(variable, 1);
    int local = program.object(ObjectType.THREAD_LOCAL, 0, "P.student");
    other.at(5 * MS).event(EventKind.LOCAL_SET, 0, local, 0, "Alice");
    int pool = program.object(ObjectType.POOL, 0, "P.pool");
    main.at(6 * MS).event(EventKind.TASK_SUBMITTED, 0, pool, 1, "task");
    other.at(6 * MS + 1).event(EventKind.TASK_STARTED, pool, 1);
    other.at(6 * MS + 2).event(EventKind.TASK_ENDED, pool, 1);
    int queue = program.object(ObjectType.QUEUE, 0, "P.queue");
    main.at(7 * MS).event(EventKind.PUT_REQUEST, queue, 1);
    main.at(7 * MS + 1).event(EventKind.PUT, 0, queue, 1, "message");
    other.at(7 * MS + 2).event(EventKind.GET_REQUEST, queue);
    other.at(7 * MS + 3).event(EventKind.GET, queue, 1);
  }

  private void child() {
    main.at(9 * MS).event(EventKind.CHILD_START, 0, 0, 8, "child of it");
    int pipe = program.object(ObjectType.PIPE, 0, "stdout");
    main.at(9 * MS + 1).event(EventKind.PIPE, pipe, 1L << 32 | 8);
    main.at(9 * MS + 2).event(EventKind.IO_BEGIN, pipe);
    main.at(9 * MS + 3).event(EventKind.IO_END, pipe, 10).event(EventKind.IO_CLOSED, pipe);
  }
}
