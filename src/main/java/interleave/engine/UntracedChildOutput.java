package interleave.engine;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.Flags;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import interleave.words.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Records what untraced children print where their traced root prints: a line that comes out of the
 * root's pipe, and that no traced process has recorded, was printed by somebody else.
 *
 * <p>Each line from the pipe waits for a while for its record. What is left then is foreign, unless
 * it looks like what several threads make of their lines when they write at once: a piece of a
 * recorded line that did not come out, or a line around one. Such a line is rather lost than told
 * twice.
 *
 * <p>Lines come from the threads of the streams; the thread that follows the run looks.
 */
final class UntracedChildOutput implements EventSink {
  /** By then a line that is recorded has its record. */
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(700);

  /** A record and its line are not further apart. */
  private static final long NEAR = TimeUnit.SECONDS.toNanos(2);

  /** So long after its end what a child printed comes out of the pipe at most. */
  private static final long BEHIND = TimeUnit.MILLISECONDS.toNanos(50);

  /** A program that prints more at once is not compared line by line. */
  private static final int MOST_WAITING = 20_000;

  /** Records are cut at some length, and so is what is compared. */
  private static final int COMPARED = 1000;

  private record Line(long time, boolean stderr, String text) {}

  /** A child that a traced process has told of. */
  private record Child(long pid, long start) {}

  private final EngineLog log;
  private final long root;
  private final RecordingReader reader;
  private final Deque<Line> arrived = new ArrayDeque<>();
  private final Deque<Line> waiting = new ArrayDeque<>();

  /** Recorded lines that have not come out yet, by their texts. */
  private final Map<String, Deque<Line>> recorded = new HashMap<>();

  private final Map<Long, Child> children = new HashMap<>();
  private final Map<Long, Long> ends = new HashMap<>();

  /** When lines were last counted instead of recorded: what came near that is nobody's. */
  private long counted = Long.MIN_VALUE / 2;

  private boolean tooMany;
  private boolean told;

  UntracedChildOutput(EngineLog log, long root, RecordingReader reader) {
    this.log = log;
    this.root = root;
    this.reader = reader;
  }

  /** A whole line has come out of the pipe. */
  void line(boolean stderr, String text) {
    synchronized (arrived) {
      if (arrived.size() < MOST_WAITING) {
        arrived.add(new Line(System.nanoTime(), stderr, cut(text)));
      } else {
        tooMany = true;
      }
    }
  }

  /** Lines have come out of the pipe that were not looked at. */
  void flooded() {
    synchronized (arrived) {
      tooMany = true;
    }
  }

  /** Settles what has waited long enough. */
  void look() {
    settle(System.nanoTime() - PATIENCE);
  }

  /** The run is over, and everything is recorded. */
  void finish() {
    settle(Long.MAX_VALUE);
    reader.close();
  }

  private void settle(long until) {
    boolean incomparable;
    synchronized (arrived) {
      waiting.addAll(arrived);
      arrived.clear();
      incomparable = tooMany;
      tooMany = false;
    }
    if (waiting.isEmpty() || !log.isTraced(root)) {
      return;
    }
    reader.poll(this);
    waiting.removeIf(this::isRecorded);
    List<Line> left = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.getFirst().time() <= until) {
      left.add(waiting.removeFirst());
    }
    if (incomparable || recorded.size() > MOST_WAITING) {
      giveUp();
    } else {
      left.stream()
          .filter(line -> Math.abs(line.time() - counted) > NEAR)
          .filter(line -> !isPieced(line))
          .forEach(line -> log.printed(line.time(), printer(line), line.stderr(), line.text()));
    }
    forget(System.nanoTime() - 2 * NEAR);
  }

  private void giveUp() {
    waiting.clear();
    recorded.clear();
    if (!told) {
      told = true;
      log.note(Words.of("engine").get("note.flood"));
    }
  }

  private boolean isRecorded(Line line) {
    Deque<Line> same = recorded.get(line.text());
    if (same == null) {
      return false;
    }
    for (Iterator<Line> each = same.iterator(); each.hasNext(); ) {
      if (each.next().stderr() == line.stderr()) {
        each.remove();
        if (same.isEmpty()) {
          recorded.remove(line.text());
        }
        return true;
      }
    }
    return false;
  }

  private boolean isPieced(Line line) {
    String text = line.text().strip();
    return recorded.values().stream()
        .flatMap(Deque::stream)
        .filter(each -> Math.abs(each.time() - line.time()) < NEAR)
        .map(each -> each.text().strip())
        .anyMatch(each -> each.contains(text) || (!each.isEmpty() && text.contains(each)));
  }

  /** The one untraced child that lived then; the root where there are several, or none is known. */
  private long printer(Line line) {
    List<Long> alive =
        children.values().stream()
            .filter(child -> child.start() <= line.time())
            .filter(child -> ends.getOrDefault(child.pid(), Long.MAX_VALUE) > line.time() - BEHIND)
            .map(Child::pid)
            .filter(pid -> !log.isTraced(pid))
            .toList();
    return alive.size() == 1 ? alive.getFirst() : root;
  }

  private void forget(long before) {
    recorded
        .values()
        .removeIf(
            same -> {
              same.removeIf(each -> each.time() < before);
              return same.isEmpty();
            });
  }

  @Override
  public void segment(SegmentInfo segment) {}

  @Override
  public void event(
      SegmentInfo from,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      @Nullable String text) {
    long pid = value & 0xFFFF_FFFFL;
    switch (kind) {
      case OUTPUT -> {
        if ((flags & Flags.COUNTED) != 0) {
          counted = Math.max(counted, time);
        } else if (value == 0 && text != null) { // else it was recorded here
          Line line = new Line(time, (flags & Flags.STDERR) != 0, cut(text));
          recorded.computeIfAbsent(line.text(), _ -> new ArrayDeque<>()).add(line);
        }
      }
      case CHILD_START -> children.putIfAbsent(pid, new Child(pid, time));
      case CHILD_EXIT -> ends.putIfAbsent(pid, time);
      default -> {}
    }
  }

  private static String cut(String text) {
    return text.length() <= COMPARED ? text : text.substring(0, COMPARED);
  }
}
