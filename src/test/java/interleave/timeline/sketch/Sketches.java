package interleave.timeline.sketch;

import static interleave.timeline.ThreadState.JOINING;
import static interleave.timeline.ThreadState.LOCK_WAIT;
import static interleave.timeline.ThreadState.QUEUE_WAIT;
import static interleave.timeline.ThreadState.RUNNING;
import static interleave.timeline.ThreadState.SLEEPING;

import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack.Exit;
import interleave.timeline.Spans.About;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.Timeline.Arrow;
import java.util.ArrayList;
import java.util.List;

/** The drawings of the design as timelines, and a few that are hard to draw. */
public final class Sketches {
  private static final long MS = 1_000_000;
  private static final long START = 7_000_000_000_000L;

  private Sketches() {}

  /** A master here and workers on two other machines, whose clocks may be off. */
  public static Sketch hosts() {
    Sketch s = new Sketch(START, at(900), false);
    s.host("desk", 0);
    int master = s.process("Master", 412, at(0), at(900), new Exit(0, null));
    s.host("lab-1", 400_000);
    int one = s.process("Worker", 412, at(60), at(880), new Exit(0, null));
    s.host("lab-2", 12_000_000);
    int other = s.process("Worker", 977, at(80), at(610), new Exit(null, "SIGKILL"));
    int m = s.lane(master, "main");
    int w = s.lane(one, "main");
    int v = s.lane(other, "main");
    s.span(m, RUNNING, at(0), at(300), "")
        .span(m, QUEUE_WAIT, at(300), at(560), "take", About.QUEUE, 1)
        .span(m, RUNNING, at(560), at(900), "");
    s.span(w, QUEUE_WAIT, at(80), at(200), "take", About.QUEUE, 0)
        .span(w, RUNNING, at(200), at(880), "");
    s.span(v, QUEUE_WAIT, at(100), at(240), "take", About.QUEUE, 0)
        .span(v, RUNNING, at(240), at(610), "");
    s.queue("tasks").message("1", m, at(200), w, at(200)).message("2", m, at(210), v, at(240));
    s.queue("results").message("1", w, at(555), m, at(560));
    return s;
  }

  /** A writer, a reader, three messages; the parent terminates the reader. */
  public static Sketch queue() {
    Sketch s = new Sketch(START, at(2380), false);
    int parent = s.process("Parent", 27524, at(0), at(2380), new Exit(0, null));
    int writer = s.process("Writer", 27525, at(300), at(1950), new Exit(0, null));
    int reader = s.process("Reader", 27526, at(340), at(2160), new Exit(null, "SIGTERM"));
    int p = s.lane(parent, "MainThread");
    int w = s.lane(writer, "main");
    int r = s.lane(reader, "main");
    s.lane(writer, "Signal Dispatcher", true);
    s.span(p, RUNNING, at(0), at(300), "start")
        .span(p, JOINING, at(300), at(1980), "join(writer)", About.PROCESS, writer)
        .span(p, RUNNING, at(1980), at(2080), "")
        .span(p, JOINING, at(2080), at(2220), "", About.PROCESS, reader)
        .span(p, RUNNING, at(2220), at(2380), "");
    s.span(w, RUNNING, at(320), at(500), "")
        .span(w, SLEEPING, at(500), at(960), "sleep 0.46")
        .span(w, RUNNING, at(960), at(1020), "")
        .span(w, SLEEPING, at(1020), at(1600), "sleep 0.58")
        .span(w, RUNNING, at(1600), at(1660), "")
        .span(w, SLEEPING, at(1660), at(1900), "sleep 0.24")
        .span(w, RUNNING, at(1900), at(1950), "");
    s.span(r, RUNNING, at(360), at(420), "")
        .span(r, QUEUE_WAIT, at(420), at(560), "get", About.QUEUE, 0)
        .span(r, RUNNING, at(560), at(600), "")
        .span(r, QUEUE_WAIT, at(600), at(1060), "blocked in get", About.QUEUE, 0)
        .span(r, RUNNING, at(1060), at(1100), "")
        .span(r, QUEUE_WAIT, at(1100), at(1710), "blocked in get", About.QUEUE, 0)
        .span(r, RUNNING, at(1710), at(1760), "")
        .span(r, QUEUE_WAIT, at(1760), at(2160), "blocked in get", About.QUEUE, 0);
    s.queue("q")
        .message("A", w, at(460), r, at(560))
        .message("B", w, at(980), r, at(1061))
        .message("C", w, at(1622), r, at(1712));
    s.arrow(new Arrow(Arrow.Kind.TERMINATE, p, parent, at(2040), -1, reader, at(2160)));
    s.print(parent, p, at(20), "Parent 27524")
        .print(writer, w, at(400), "Process to write: 27525")
        .print(writer, w, at(465), "Put A")
        .print(reader, r, at(570), "Get A")
        .print(writer, w, at(985), "Put B")
        .print(reader, r, at(1070), "Get B")
        .print(writer, w, at(1630), "Put C")
        .print(reader, r, at(1720), "Get C");
    return s;
  }

  /** Two threads change a balance under a lock, seen for 24 µs in the middle of a long run. */
  public static Sketch lock() {
    Sketch s = new Sketch(START, at(900), false);
    int bank = s.process("Bank", 31877, at(0), at(900), new Exit(0, null));
    int[] lane = {s.lane(bank, "Thread-1 +5 -5"), s.lane(bank, "Thread-2 +8 -8")};
    SketchLock lock = s.lock(bank, "balance");
    SketchVariable balance = s.variable(bank, "balance");
    long t = at(400);
    long[] free = {t, t};
    int turn = 0;
    while (t < at(425)) {
      int me = (turn * 7 + turn / 3) % 3 == 2 ? turn % 2 : (turn + 1) % 2;
      long hold = 2700 + (turn * 531L) % 700;
      long from = t + 150 + (turn * 37L) % 260;
      long waited = from - free[me];
      s.span(lane[me], LOCK_WAIT, free[me], from, "waits for lock", About.LOCK, 0);
      s.span(lane[me], RUNNING, from, from + hold, "change_it", About.FUNCTION, -1);
      s.hold(lane[me], 0, from, from + hold);
      lock.held(lane[me], from, from + hold, waited);
      long amount = me == 0 ? 5 : 8;
      balance
          .read(lane[me], from + hold / 5, 0)
          .write(lane[me], from + 2 * hold / 5, amount)
          .read(lane[me], from + 3 * hold / 5, amount)
          .write(lane[me], from + 4 * hold / 5, 0);
      free[me] = from + hold;
      t = from + hold;
      turn++;
      if (turn > 400) {
        break;
      }
    }
    return s;
  }

  /** Two threads change a balance without a lock: one update is lost. */
  public static Sketch race() {
    Sketch s = new Sketch(START, at(900), false);
    int bank = s.process("Bank", 31877, at(0), at(900), new Exit(0, null));
    int one = s.lane(bank, "Thread-1 +5 -5");
    int two = s.lane(bank, "Thread-2 +8 -8");
    s.span(one, RUNNING, at(1), at(899), "change_it", About.FUNCTION, -1);
    s.span(two, RUNNING, at(1), at(898), "change_it", About.FUNCTION, -1);
    SketchVariable balance = s.variable(bank, "balance");
    for (int i = 0; i < 595; i++) {
      long t = at(5) + i * 680_000L;
      balance.read(one, t, 0).write(one, t + 300, 5).read(one, t + 600, 5).write(one, t + 900, 0);
    }
    long t = at(412) + 306_118;
    int first = balance.size();
    balance
        .read(one, t + 280, 0)
        .read(two, t + 580, 0)
        .write(one, t + 900, 5)
        .write(two, t + 1440, 8)
        .read(one, t + 2060, 8);
    balance.lost(first + 1, first, first + 2, first + 3);
    for (int i = 0; i < 40; i++) {
      long u = at(450) + i * 9_800_000L;
      int n = balance.size();
      balance.read(one, u, 8).read(two, u + 90, 8).write(one, u + 250, 13).write(two, u + 400, 16);
      balance.lost(n + 1, n, n + 2, n + 3);
    }
    return s;
  }

  public static ThingRef firstLostUpdate() {
    return new ThingRef.LostUpdate(0, 0);
  }

  /** Four workers, five tasks: the fifth waits. */
  public static Sketch pool() {
    Sketch s = new Sketch(START, at(4800), true);
    int parent = s.process("Parent", 400, at(0), Timeline.OPEN, null);
    int main = s.lane(parent, "main");
    s.span(main, RUNNING, at(0), at(200), "submit")
        .span(main, JOINING, at(200), Timeline.OPEN, "join pool");
    long[] lengths = {2400, 1300, 2900, 900, 2500};
    int[] workers = new int[4];
    List<PoolTrack.Task> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int worker = s.process("Worker " + (i + 1), 401 + i, at(150 + i * 20), Timeline.OPEN, null);
      workers[i] = s.lane(worker, "main");
      s.arrow(
          new Arrow(
              Arrow.Kind.START_PROCESS,
              main,
              parent,
              at(60 + i * 20),
              -1,
              worker,
              at(150 + i * 20)));
      long end = at(300 + lengths[i]);
      s.span(workers[i], RUNNING, at(250), at(300), "");
      s.span(workers[i], SLEEPING, at(300), end, "sleep " + lengths[i] / 1000.0);
      if (i != 3) {
        s.span(workers[i], QUEUE_WAIT, end, Timeline.OPEN, "waits for a task");
      }
      tasks.add(
          new PoolTrack.Task(
              i,
              i,
              "long_time_task(" + i + ")",
              at(190),
              at(300),
              end,
              main,
              workers[i],
              "done",
              false,
              false));
      s.print(i + 1, workers[i], at(310 + i), "Run task " + i + " (" + (401 + i) + ")...");
      s.print(i + 1, workers[i], at(300 + lengths[i]), "Task " + i + " runs 1.2 seconds.");
    }
    s.span(workers[3], SLEEPING, at(1210), at(1210 + lengths[4]), "sleep 2.5");
    s.span(workers[3], QUEUE_WAIT, at(1210 + lengths[4]), Timeline.OPEN, "waits for a task");
    tasks.add(
        new PoolTrack.Task(
            4,
            4,
            "long_time_task(4)",
            at(195),
            at(1210),
            at(1210 + lengths[4]),
            main,
            workers[3],
            "done",
            false,
            false));
    s.pool("Pool", tasks);
    return s;
  }

  /** Thousands of threads, each with some spans. */
  public static Sketch crowd(int threads, int spans) {
    Sketch s = new Sketch(START, at(1000), false);
    int process = s.process("Crowd", 9, at(0), at(1000), new Exit(3, null));
    ThreadState[] states = ThreadState.values();
    for (int i = 0; i < threads; i++) {
      int lane = s.lane(process, "worker-" + i);
      long each = 1000 * MS / spans;
      for (int k = 0; k < spans; k++) {
        ThreadState state = states[(i + k * 5 + k / 7) % states.length];
        s.span(lane, state, START + k * each, START + (k + 1) * each, state.name());
      }
    }
    return s;
  }

  /** Milliseconds after the start. */
  public static long at(double ms) {
    return START + (long) (ms * MS);
  }
}
