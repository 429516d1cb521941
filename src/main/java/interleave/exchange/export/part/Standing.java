package interleave.exchange.export.part;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ThreadSample;
import interleave.timeline.grammar.Activity;
import interleave.timeline.grammar.EventGrammar;
import interleave.timeline.grammar.Hold;
import interleave.timeline.grammar.Role;
import interleave.timeline.grammar.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is going on at a moment, as the events that say so: who waits, holds, runs, what lies in
 * queues. What began and ended before is forgotten, so that it grows with what goes on and not with
 * what was. It hears all events before that moment, those of one thread in their order.
 */
final class Standing {
  private static final long LOW = 0xFFFF_FFFFL;

  /** So many steps of one synchronizer are kept since it last said where it stood. */
  private static final int MOST_STEPS = 10_000;

  /** What the last one is kept of. */
  private final Map<Key, Kept> last = new LinkedHashMap<>();

  /** Of what several may be open at once the begins: holds, slices, messages without a number. */
  private final Map<Key, Deque<Kept>> open = new HashMap<>();

  /** What is to be said before a wait begins: how long it may take. */
  private final Map<Key, Kept> limits = new HashMap<>();

  /** Of each thread what it is in the middle of and ends whatever it says next. */
  private final Map<Key, Key> leaves = new HashMap<>();

  /** Threads that have said anything, with the first of it. */
  private final Map<Key, Kept> alive = new LinkedHashMap<>();

  /** Where in its sources each thread was last. */
  private final Map<Key, Integer> sites = new HashMap<>();

  private final Set<Key> ended = new HashSet<>();

  void hear(Kept event) {
    EventGrammar.Row row = EventGrammar.of(event.kind());
    long pid = event.from().pid();
    if (event.thread() != 0 && row.scope() != Scope.SHARED) {
      Key thread = new Key(pid, EventKind.THREAD_BEGIN, event.thread());
      alive.putIfAbsent(thread, event);
      if (event.site() != 0) {
        sites.put(thread, event.site());
      }
    }
    interrupt(event, pid);
    activity(event, row, pid);
    hold(event, row, pid);
    switch (event.kind()) {
      case PROCESS_START, PROCESS_EXEC, PROCESS_RUNTIME, STATE_TOLD, THREAD_BEGIN, CARRIER ->
          keep(event, new Key(pid, event.kind(), event.thread()));
      case THREAD_END -> threadEnds(event, pid);
      case CHILD_START, CHILD_METHOD, ADOPTED ->
          keep(event, new Key(0, event.kind(), child(event)));
      case CHILD_EXIT -> processEnds(child(event));
      case QUEUE_CAPACITY, DETAIL_ENDED, COUNTER -> keepOfObject(event, pid, 0);
      case FIELD_READ, FIELD_WRITE -> access(event, pid);
      case LOCAL_SET -> keep(event, local(event, pid));
      case LOCAL_GET -> {
        if (event.text() != null || !last.containsKey(local(event, pid))) {
          keep(event, local(event, pid));
        }
      }
      case LOCAL_REMOVED -> last.remove(local(event, pid));
      case PIPE -> keepOfObject(event, pid, 0);
      case IO_CLOSED -> last.remove(new Key(pid, EventKind.PIPE, event.object()));
      case PHASE_BEGIN -> keep(event, new Key(pid, EventKind.PHASE_BEGIN, 0));
      case PHASE_END -> last.remove(new Key(pid, EventKind.PHASE_BEGIN, 0));
      case GIL_HELD -> keep(event, new Key(0, EventKind.GIL_HELD, event.object()));
      case GIL_FREE -> last.remove(new Key(0, EventKind.GIL_HELD, event.object()));
      case THREAD_STATE ->
          keep(
              event,
              new Key(
                  0, EventKind.THREAD_STATE, event.object(), ThreadSample.of(event.value()).tid()));
      case CPU_SAMPLE -> keep(event, new Key(0, EventKind.CPU_SAMPLE, event.object()));
      case PUT, GET -> message(event, pid);
      case MESSAGE_SENT -> keep(event, new Key(0, EventKind.MESSAGE_SENT, event.value()));
      case TASK_SUBMITTED -> keep(event, new Key(0, EventKind.TASK_SUBMITTED, event.value()));
      case TASK_DEPENDS ->
          keep(
              event, new Key(0, EventKind.TASK_DEPENDS, event.value() & LOW, event.value() >>> 32));
      case TASK_ENDED -> last.remove(new Key(0, EventKind.TASK_SUBMITTED, event.value()));
      case SYNC_STATE -> {
        steps(event, pid).clear();
        steps(event, pid).add(event);
      }
      case PERMIT_ACQUIRED, PERMIT_RELEASED, ARRIVED, REGISTERED -> step(event, pid);
      case SLICE_BEGIN, SLICE -> slices(event, pid).add(event);
      case SLICE_END -> sliceEnds(slices(event, pid));
      case FLOW_OUT -> keep(event, new Key(0, event.kind(), event.value()));
      case FLOW_IN -> last.remove(new Key(0, EventKind.FLOW_OUT, event.value()));
      case WAIT_LIMIT -> limits.put(new Key(pid, event.kind(), event.thread()), event);
      default -> {} // it is over when it has happened, or belongs to what begins and ends
    }
  }

  /** The pid of a child, which is on the machine of whoever says so. */
  static long child(Kept event) {
    return event.from().pid() & ~LOW | event.value() & LOW;
  }

  /** Whatever else a thread says, it does not sleep, join or park any more. */
  private void interrupt(Kept event, long pid) {
    Key leaf = leaves.remove(new Key(pid, Role.BEGINS, event.thread()));
    if (leaf != null) {
      open.remove(leaf);
    }
  }

  private void keep(Kept event, Key key) {
    last.remove(key); // so that it stands where it was said last
    last.put(key, event);
  }

  private void keepOfObject(Kept event, long pid, long other) {
    keep(event, new Key(pid, event.kind(), event.object(), other));
  }

  /** What a value looks like is said once, as long as it is the same. */
  private void access(Kept event, long pid) {
    Key looks = new Key(pid, EventKind.FIELD_READ, event.object(), 0);
    Kept before = last.get(looks);
    boolean same = before != null && before.value() == event.value() && event.text() == null;
    Kept whole = before != null && same ? event.saying(before.text()) : event;
    keep(whole, looks);
    keep(whole, new Key(pid, EventKind.FIELD_WRITE, event.object(), event.thread()));
  }

  private static Key local(Kept event, long pid) {
    return new Key(pid, EventKind.LOCAL_SET, event.object(), event.thread());
  }

  private Deque<Kept> stack(Key key) {
    return open.computeIfAbsent(key, _ -> new ArrayDeque<>());
  }

  /** Those that go on in a thread. */
  private Deque<Kept> slices(Kept event, long pid) {
    Deque<Kept> slices = stack(new Key(pid, EventKind.SLICE_BEGIN, event.thread()));
    while (!slices.isEmpty() && slices.getLast().endsBy(event.time())) {
      slices.removeLast();
    }
    return slices;
  }

  /** The innermost that does not end by itself, with what lies in it. */
  private static void sliceEnds(Deque<Kept> slices) {
    Kept ended;
    do {
      ended = slices.pollLast();
    } while (ended != null && ended.kind() == EventKind.SLICE);
  }

  /** What a thread is in the middle of; tasks and calls also lie within each other. */
  private void activity(Kept event, EventGrammar.Row row, long pid) {
    Activity activity = row.activity();
    if (activity == null) {
      return;
    }
    boolean numbered =
        activity == Activity.TASK || activity == Activity.CALL || activity == Activity.SERVICE;
    Key key = new Key(numbered ? 0 : pid, activity, numbered ? event.value() : event.thread());
    if (row.role() == Role.ENDS) {
      open.remove(key);
    } else if (row.role() == Role.BEGINS) {
      Deque<Kept> begun = stack(key);
      begun.clear();
      Kept limit = limits.remove(new Key(pid, EventKind.WAIT_LIMIT, event.thread()));
      if (limit != null) {
        begun.add(limit);
      }
      begun.add(event);
      if (activity.isLeaf()) {
        leaves.put(new Key(pid, Role.BEGINS, event.thread()), key);
      }
    }
  }

  /** Who waits to be notified has let go of a monitor that is his again: both are told. */
  private void hold(Kept event, EventGrammar.Row row, long pid) {
    if (event.kind() == EventKind.WAIT_BEGIN
        || event.kind() == EventKind.WAIT_END
        || (event.flags() & Flags.UNTOLD) != 0) {
      return;
    }
    Key key = new Key(pid, Hold.BEGINS, event.object(), event.thread());
    if (row.hold() == Hold.BEGINS) {
      stack(key).add(event);
    } else if (row.hold() == Hold.ENDS) {
      Deque<Kept> held = stack(key);
      held.pollLast();
      if (held.isEmpty()) {
        open.remove(key);
      }
    }
  }

  /** A message that was not got; of those without a number the oldest is got first. */
  private void message(Kept event, long pid) {
    boolean numbered = event.value() != 0;
    Key key =
        numbered
            ? new Key(0, EventKind.PUT, event.value())
            : new Key(pid, EventKind.PUT, event.object());
    if ((event.flags() & Flags.COPIES) != 0) {
      return; // none lies there
    }
    if (event.kind() == EventKind.PUT) {
      stack(key).add(event);
    } else if (numbered) {
      open.remove(key);
      last.remove(new Key(0, EventKind.MESSAGE_SENT, event.value()));
    } else {
      stack(key).pollFirst();
    }
  }

  private Deque<Kept> steps(Kept event, long pid) {
    return stack(new Key(pid, EventKind.SYNC_STATE, event.object()));
  }

  private void step(Kept event, long pid) {
    Deque<Kept> steps = steps(event, pid);
    Kept before = steps.peekLast();
    boolean undone =
        event.kind() == EventKind.PERMIT_RELEASED
            && before != null
            && before.kind() == EventKind.PERMIT_ACQUIRED
            && before.thread() == event.thread()
            && before.value() == event.value();
    if (undone) {
      steps.pollLast();
    } else if (steps.size() < MOST_STEPS) {
      steps.add(event);
    }
  }

  private void threadEnds(Kept event, long pid) {
    ended.add(new Key(pid, EventKind.THREAD_END, event.thread()));
    last.remove(new Key(pid, EventKind.THREAD_BEGIN, event.thread()));
    last.remove(new Key(pid, EventKind.STATE_TOLD, event.thread()));
  }

  private void processEnds(long pid) {
    last.keySet().removeIf(key -> key.pid() == pid);
    open.keySet().removeIf(key -> key.pid() == pid);
    last.remove(new Key(0, EventKind.CHILD_START, pid));
    last.remove(new Key(0, EventKind.CHILD_METHOD, pid));
    last.remove(new Key(0, EventKind.CPU_SAMPLE, pid));
    last.keySet().removeIf(key -> key.what() == EventKind.THREAD_STATE && key.one() == pid);
    last.remove(new Key(0, EventKind.GIL_HELD, pid));
    ended.add(new Key(pid, EventKind.PROCESS_END, 0));
  }

  /** Whether that thread had ended. */
  boolean hasEnded(long pid, int thread) {
    return ended.contains(new Key(pid, EventKind.PROCESS_END, 0))
        || ended.contains(new Key(pid, EventKind.THREAD_END, thread));
  }

  /** The processor time that a process had used. */
  long used(int pid) {
    Kept sample = last.get(new Key(0, EventKind.CPU_SAMPLE, pid));
    return sample == null ? 0 : sample.value();
  }

  /** All that goes on, in the order in which it was said. */
  List<Kept> events() {
    List<Kept> all = new ArrayList<>();
    last.values().stream().filter(each -> !isToldElsewhere(each.kind())).forEach(all::add);
    open.values().forEach(all::addAll);
    all.removeIf(each -> hasEnded(each.from().pid(), each.thread()) && isActivity(each));
    alive.forEach(
        (key, first) -> {
          if (!hasEnded(key.pid(), (int) key.one())) {
            all.add(begin(last.getOrDefault(key, first), sites.getOrDefault(key, 0)));
          }
        });
    all.sort(Comparator.comparingLong(Kept::time));
    return all;
  }

  private static boolean isToldElsewhere(EventKind kind) {
    return kind == EventKind.CPU_SAMPLE || kind == EventKind.THREAD_BEGIN;
  }

  /** Some threads are there from the beginning and do not say that they begin. */
  private static Kept begin(Kept first, int site) {
    long time = first.kind() == EventKind.THREAD_BEGIN ? first.time() : first.time() - 1;
    return new Kept(
        first.from(), EventKind.THREAD_BEGIN, 0, first.thread(), 0, site, 0, time, null);
  }

  private static boolean isActivity(Kept event) {
    return EventGrammar.of(event.kind()).role() == Role.BEGINS;
  }
}
