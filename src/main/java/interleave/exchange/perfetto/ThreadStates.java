package interleave.exchange.perfetto;

import interleave.event.EventKind;
import interleave.event.NativeState;
import interleave.event.WaitChannel;
import interleave.exchange.intake.IntakeThread;
import interleave.words.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each thread does, from what the scheduler says in the order of times: who is on which
 * processor, who would go on if one were free, who sleeps, and who was woken by whom.
 */
final class ThreadStates {
  private static final Words WORDS = Words.of("exchange/perfetto");

  /** Bits of what a thread is when it leaves a processor; none: it would go on. */
  private static final int SLEEPS = 1;

  private static final int SLEEPS_DEEPLY = 2;
  private static final int STOPPED = 4 | 8;
  private static final int GONE = 0x10 | 0x20;
  private static final int WAITS = 0xFF;

  /** Numbers of flows, far from those that are links of the file's own. */
  private static final long WAKES = 1L << 40;

  private static final class Actor {
    private final long tid;
    private @Nullable IntakeThread thread;
    private NativeState state = NativeState.UNKNOWN;
    private long wake;

    private Actor(long tid) {
      this.tid = tid;
    }
  }

  private final Cast cast;
  private final Map<Long, Actor> actors = new HashMap<>();
  private final Map<Integer, Long> onProcessor = new HashMap<>();
  private final String wakeName = WORDS.get("wakes");
  private long wakes = WAKES;

  /** Wakes that are not drawn, as no thread did them. */
  long byNobody;

  ThreadStates(Cast cast) {
    this.cast = cast;
  }

  private Actor actor(long tid) {
    return actors.computeIfAbsent(tid, Actor::new);
  }

  private IntakeThread thread(Actor actor, String called) throws IOException {
    IntakeThread known = actor.thread;
    if (known == null) {
      known = cast.thread(actor.tid, called);
      actor.thread = known;
    }
    return known;
  }

  /** The thread on that processor, 0 where it is idle or not known. */
  long running(int processor) {
    return onProcessor.getOrDefault(processor, 0L);
  }

  /**
   * A processor goes from one thread to another.
   *
   * @param left -1 where the file does not say which; it is who was there
   */
  void switched(int processor, long left, long state, SchedEvent next, long time)
      throws IOException {
    Long before = left >= 0 ? (Long) left : onProcessor.get(processor);
    if (before != null && before != 0) {
      left(actor(before), next.otherName, state, time);
    }
    onProcessor.put(processor, next.tid);
    if (next.tid != 0) {
      Actor actor = actor(next.tid);
      told(actor, next.name, NativeState.RUNNING, WaitChannel.UNKNOWN, time);
      arrives(actor, time);
    }
  }

  private void left(Actor actor, String name, long state, long time) throws IOException {
    int bits = (int) state & WAITS;
    if (bits == 0) {
      told(actor, name, NativeState.READY, WaitChannel.UNKNOWN, time);
    } else if ((bits & SLEEPS) != 0) {
      told(actor, name, NativeState.ASLEEP, WaitChannel.UNKNOWN, time);
    } else if ((bits & SLEEPS_DEEPLY) != 0) {
      told(actor, name, NativeState.ASLEEP, WaitChannel.UNINTERRUPTIBLE, time);
    } else if ((bits & STOPPED) != 0) {
      told(actor, name, NativeState.STOPPED, WaitChannel.STOPPED, time);
    } else if ((bits & GONE) != 0) {
      ended(actor.tid, name, time);
    } else {
      told(actor, name, NativeState.ASLEEP, WaitChannel.UNKNOWN, time);
    }
  }

  private void told(Actor actor, String name, NativeState state, WaitChannel channel, long time)
      throws IOException {
    if (actor.state != state) {
      if (actor.state == NativeState.GONE) {
        actor.thread = cast.another(actor.tid, name);
      }
      actor.state = state;
      thread(actor, name).write(EventKind.STATE_TOLD, state.flags(channel), 0, 0, 0, time);
    }
  }

  /** A thread is to go on: it would, if a processor were free. */
  void woken(int processor, SchedEvent event, long time) throws IOException {
    Actor actor = actor(event.tid);
    if (event.tid == 0
        || actor.state == NativeState.RUNNING
        || actor.state == NativeState.READY
        || actor.state == NativeState.GONE) {
      return; // it goes on anyway
    }
    told(actor, event.name, NativeState.READY, WaitChannel.UNKNOWN, time);
    long waker = event.other >= 0 ? event.other : running(processor);
    if (waker == 0 || waker == event.tid || event.interrupt) {
      byNobody++;
      return;
    }
    actor.wake = ++wakes;
    flow(EventKind.FLOW_OUT, thread(actor(waker), ""), actor.wake, time);
  }

  private void arrives(Actor actor, long time) throws IOException {
    if (actor.wake != 0) {
      flow(EventKind.FLOW_IN, thread(actor, ""), actor.wake, time);
      actor.wake = 0;
    }
  }

  private void flow(EventKind kind, IntakeThread thread, long id, long time) throws IOException {
    thread.write(kind, 0, cast.member(thread).slice(wakeName), 0, id, time);
  }

  /** A thread made another, of its own process or the first of a new one. */
  void made(SchedEvent event, long time) throws IOException {
    Actor actor = actor(event.tid);
    boolean again = actor.state == NativeState.GONE;
    actor.state = NativeState.UNKNOWN;
    IntakeThread thread = again ? cast.another(event.tid, event.name) : thread(actor, event.name);
    actor.thread = thread;
    thread.write(EventKind.THREAD_BEGIN, 0, 0, 0, 0, time);
    told(actor, event.name, NativeState.READY, WaitChannel.UNKNOWN, time);
    if (event.other <= 0) {
      return;
    }
    IntakeThread maker = thread(actor(event.other), "");
    if (maker.process() == thread.process()) {
      maker.write(EventKind.THREAD_STARTED, 0, 0, 0, thread.id(), time);
    } else {
      long pid = thread.process().pid();
      maker.write(EventKind.CHILD_START, 0, 0, 0, pid, time, event.name);
    }
  }

  void ended(long tid, String name, long time) throws IOException {
    Actor actor = actor(tid);
    if (tid != 0 && actor.state != NativeState.GONE) {
      actor.state = NativeState.GONE;
      thread(actor, name).write(EventKind.THREAD_END, 0, 0, 0, 0, time);
    }
  }

  /** From then on a thread is called so. */
  void renamed(long tid, String name, long time) throws IOException {
    IntakeThread thread = thread(actor(tid), name);
    if (!thread.name().equals(name)) {
      thread.write(EventKind.DEFINE_THREAD, 0, 0, 0, thread.told(), time, name);
    }
  }

  /** How many there were of whom something was told. */
  int count() {
    return actors.size();
  }
}
