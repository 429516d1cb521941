package interleave.bench;

import static interleave.event.EventKind.*;

import interleave.event.Flags;
import interleave.event.NativeState;
import interleave.event.ObjectType;
import interleave.event.ThreadSample;
import interleave.event.ValueType;
import interleave.event.WaitChannel;

/** What a {@link FloodRecording} may be full of: one thing, over and over. */
enum Flood {
  /** Threads take turns at a lock and change a variable under it. */
  LOCKS {
    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      locked(one, 2 * turn, time);
      locked(other, 2 * turn + 1, time + 200);
    }

    private void locked(FloodThread thread, long value, long time) {
      thread.say(LOCK_ACQUIRED, LOCK, 0, time);
      thread.write(FIELD_READ, LONG, thread.id, VARIABLE, value, time + 20, "");
      thread.write(FIELD_WRITE, LONG, thread.id, VARIABLE, value + 1, time + 60, "");
      thread.say(LOCK_RELEASED, LOCK, 0, time + 100);
    }
  },
  /** Threads that want a lock while another has it. */
  WAITS {
    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      other.say(LOCK_REQUEST, LOCK, 0, time);
      one.say(LOCK_RELEASED, LOCK, 0, time + 50);
      other.say(LOCK_ACQUIRED, LOCK, 50, time + 60);
      one.say(LOCK_REQUEST, LOCK, 0, time + 100);
      other.say(LOCK_RELEASED, LOCK, 0, time + 150);
      one.say(LOCK_ACQUIRED, LOCK, 50, time + 160);
    }
  },
  /** A thread waits to be notified, and another notifies it. */
  NOTIFICATIONS {
    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      one.say(LOCK_ACQUIRED, LOCK, 0, time);
      one.say(WAIT_BEGIN, LOCK, 0, time + 20);
      other.say(LOCK_ACQUIRED, LOCK, 0, time + 50);
      other.say(NOTIFY, LOCK, 0, time + 80);
      other.say(LOCK_RELEASED, LOCK, 0, time + 120);
      one.say(WAIT_END, LOCK, 0, time + 150);
      one.say(LOCK_RELEASED, LOCK, 0, time + 190);
    }
  },
  /** Messages with a preview. */
  QUEUES {
    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      one.say(PUT_REQUEST, QUEUE, 0, time);
      one.say(PUT, QUEUE, turn + 1, time + 40, "order " + turn);
      other.say(GET_REQUEST, QUEUE, 0, time + 90);
      other.say(GET, QUEUE, turn + 1, time + 130);
    }
  },
  /** Messages that nobody takes out. */
  BACKLOG {
    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      one.say(PUT, QUEUE, turn + 1, time);
    }
  },
  /** Small tasks of a pool. */
  TASKS {
    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      one.say(TASK_SUBMITTED, POOL, turn + 1, time, "square(" + turn + ")");
      other.say(TASK_STARTED, POOL, turn + 1, time + 150);
      other.say(TASK_ENDED, POOL, turn + 1, time + 250, "done");
    }
  },
  /** A hundred virtual threads that are parked, and let go on by one. */
  VIRTUAL_THREADS {
    @Override
    void begin(FloodThread one, FloodThread other) {
      super.begin(one, other);
      for (int thread = 0; thread < MANY; thread++) {
        int id = FIRST_VIRTUAL + thread;
        other.named(id, Flags.VIRTUAL, "virtual " + thread);
        other.write(CARRIER, 0, id, 0, other.id, 20, "");
        other.write(PARK_BEGIN, 0, id, 0, 0, 21, "");
      }
    }

    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      int id = FIRST_VIRTUAL + (int) (turn % MANY);
      one.write(UNPARK, 0, one.id, 0, id, time, "");
      other.write(PARK_END, 0, id, 0, 0, time + 50, "");
      other.write(CARRIER, 0, id, 0, other.id, time + 50, "");
      other.write(PARK_BEGIN, 0, id, 0, 0, time + 150, "");
    }
  },
  /** Permits of a semaphore that are taken and given back. */
  PERMITS {
    @Override
    void begin(FloodThread one, FloodThread other) {
      super.begin(one, other);
      one.say(SYNC_STATE, SEMAPHORE, 2L << 32 | 2, 20);
    }

    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      one.say(PERMIT_ACQUIRED, SEMAPHORE, 1, time);
      other.say(SYNC_WAIT_BEGIN, SEMAPHORE, 1, time + 30);
      one.say(PERMIT_RELEASED, SEMAPHORE, 1, time + 60);
      other.say(PERMIT_ACQUIRED, SEMAPHORE, 1, time + 90);
      other.say(PERMIT_RELEASED, SEMAPHORE, 1, time + 150);
    }
  },
  /** Threads that meet at a barrier. */
  MEETINGS {
    @Override
    void begin(FloodThread one, FloodThread other) {
      super.begin(one, other);
      one.say(SYNC_STATE, BARRIER, 2L << 32, 20);
    }

    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      one.say(ARRIVED, BARRIER, 0, time);
      one.say(SYNC_WAIT_BEGIN, BARRIER, 0, time + 20);
      other.say(ARRIVED, BARRIER, 0, time + 80);
      other.say(SYNC_WAIT_BEGIN, BARRIER, 0, time + 90);
      other.say(SYNC_WAIT_END, BARRIER, 0, time + 100);
      one.say(SYNC_WAIT_END, BARRIER, 0, time + 150);
    }
  },
  /** Lines of output. */
  LINES {
    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      one.say(OUTPUT, 0, 0, time, "line " + turn + " of many");
    }
  },
  /** Reads from a pipe. */
  PIPES {
    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      one.say(IO_BEGIN, PIPE_END, 0, time);
      one.say(IO_END, PIPE_END, 512, time + 150);
    }
  },
  /** Calls of what another thread serves. */
  CALLS {
    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      one.say(CALL_BEGIN, 0, turn + 1, time, "dict.get(" + turn + ")");
      other.say(SERVE_BEGIN, 0, turn + 1, time + 60);
      other.say(SERVE_END, 0, turn + 1, time + 120);
      one.say(CALL_END, 0, turn + 1, time + 160);
    }
  },
  /** Threads that interrupt each other. */
  INTERRUPTS {
    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      one.say(INTERRUPT, 0, other.id, time);
      other.say(INTERRUPT, 0, one.id, time + 100);
    }
  },
  /** Values of a thread-local. */
  LOCALS {
    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      one.say(LOCAL_SET, LOCAL, 0, time, "user " + turn);
      one.say(LOCAL_GET, LOCAL, 0, time + 50);
      one.say(LOCAL_REMOVED, LOCAL, 0, time + 100);
    }
  },
  /** Phases of a program. */
  PHASES {
    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      one.say(PHASE_BEGIN, 0, 100, time, "with " + turn % 4);
      one.say(PHASE_END, 0, 0, time + 100);
    }
  },
  /** What the system says of the process and its threads. */
  SAMPLES {
    @Override
    void begin(FloodThread one, FloodThread other) {
      super.begin(one, other);
      one.write(NATIVE_THREAD, 0, one.id, 0, one.id, 10, "");
      other.write(NATIVE_THREAD, 0, other.id, 0, other.id, 10, "");
    }

    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      int thread = 1 + (int) (turn & 1);
      boolean asleep = (turn & 2) != 0;
      int flags = (asleep ? NativeState.ASLEEP : NativeState.RUNNING).flags(WaitChannel.UNKNOWN);
      long sampled = time * APART;
      long value = new ThreadSample(thread, 20_000_000, 8_000_000, 2_000_000).packed();
      engine.write(THREAD_STATE, flags, 0, PROCESS, value, sampled, "");
      engine.write(CPU_SAMPLE, 0, 0, PROCESS, sampled / 2, sampled + 100, "");
    }
  },
  /** Processes that come and go. */
  PROCESSES {
    @Override
    void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time) {
      long pid = 1000 + turn;
      engine.write(CHILD_START, 0, 0, 0, 1L << 32 | pid, time, "worker");
      engine.write(CHILD_EXIT, 0, 0, 0, pid, time + 100, "");
    }
  };

  /** Nanoseconds from one turn to the next. */
  static final long TURN = 400;

  private static final int PROCESS = 1;

  /** So many turns' time the system lets go by from one sample to the next. */
  private static final long APART = 20_000;

  private static final int MANY = 100;
  private static final int FIRST_VIRTUAL = 10;
  private static final int LONG = ValueType.LONG.code();
  private static final int LOCK = 1;
  private static final int VARIABLE = 2;
  private static final int QUEUE = 3;
  private static final int POOL = 4;
  private static final int SEMAPHORE = 5;
  private static final int BARRIER = 6;
  private static final int PIPE_END = 7;
  private static final int LOCAL = 8;

  /** Whether each turn is about another thing, of which there may be only so many. */
  boolean isOfThings() {
    return this == PROCESSES;
  }

  /** Everything has a name. */
  void begin(FloodThread one, FloodThread other) {
    for (FloodThread each : new FloodThread[] {one, other}) {
      each.define(ObjectType.LOCK, LOCK, "Bank.lock");
      each.define(ObjectType.VARIABLE, VARIABLE, "Bank.balance");
      each.define(ObjectType.QUEUE, QUEUE, "Shop.orders");
      each.define(ObjectType.POOL, POOL, "Shop.workers");
      each.define(ObjectType.SEMAPHORE, SEMAPHORE, "Shop.seats");
      each.define(ObjectType.BARRIER, BARRIER, "Shop.meeting");
      each.define(ObjectType.PIPE, PIPE_END, "Shop.pipe");
      each.define(ObjectType.THREAD_LOCAL, LOCAL, "Shop.user");
    }
  }

  /** What happens over and over, a little later each time. */
  abstract void turn(FloodThread one, FloodThread other, FloodThread engine, long turn, long time);
}
