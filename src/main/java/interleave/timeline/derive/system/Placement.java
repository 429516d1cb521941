package interleave.timeline.derive.system;

import interleave.event.NativeState;
import interleave.event.ThreadSample;
import interleave.event.WaitChannel;
import interleave.timeline.ThreadState;
import interleave.timeline.derive.column.SpanColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where between two looks a thread slept, was ready and ran. How long each of these is the system
 * has counted; when, it does not say. What is known: how the thread was found at both ends, that it
 * was on a processor whenever it said something, and what it waited for by its own words.
 */
final class Placement {
  /** Less of a look than this is not shown, but added to the next. */
  private static final double LITTLE = 0.04;

  private static final long LITTLE_NS = 50_000;

  /** Of many stretches between two looks only the first and the last are looked at. */
  private static final int MOST_STRETCHES = 512;

  private final SpanColumns spans;
  private final Pieces pieces;
  private long owedAsleep;
  private long owedReady;

  Placement(SpanColumns spans, Pieces pieces) {
    this.spans = spans;
    this.pieces = pieces;
  }

  /** Two looks, and how the thread was found. */
  record Look(
      long from,
      long to,
      NativeState before,
      WaitChannel channelBefore,
      NativeState now,
      WaitChannel channel) {
    private boolean asleepBefore() {
      return SampledLane.shownAs(before) == ThreadState.UNTRACED_WAIT;
    }

    private boolean asleepNow() {
      return SampledLane.shownAs(now) == ThreadState.UNTRACED_WAIT;
    }
  }

  /** A part of a span in which the thread runs by its own word. */
  private static final class Stretch {
    final int span;
    final long from;
    final long to;
    long asleepFirst;
    long ready;
    long asleepLast;
    boolean isReadyLast;

    Stretch(int span, long from, long to) {
      this.span = span;
      this.from = from;
      this.to = to;
    }

    long awake() {
      return to - from - asleepFirst - asleepLast;
    }
  }

  void place(Look look, ThreadSample sample) {
    int first = Math.max(0, spans.floor(look.from, spans.size()));
    int last = spans.floor(look.to - 1, spans.size());
    if (last < 0) {
      return;
    }
    long from = Math.max(look.from, spans.start(first));
    long running =
        spans.nanosBefore(ThreadState.RUNNING, look.to, spans.size())
            - spans.nanosBefore(ThreadState.RUNNING, from, spans.size());
    if (running <= 0) {
      return;
    }
    // What it did before its lane began is not told apart from what it did then.
    double part = from > look.from ? 1 : (double) (look.to - from) / sample.window();
    long ran = (long) (sample.ran() * part);
    long ready =
        Math.clamp((long) (sample.ready() * part) + owedReady, 0, Math.max(0, running - ran));
    long asleep = Math.max(0, running - ran - ready) + owedAsleep;
    asleep = Math.min(asleep, running - ready);
    boolean sleeps = asleep >= Math.max(LITTLE_NS, running * LITTLE);
    boolean waits = ready >= Math.max(LITTLE_NS, running * LITTLE);
    owedAsleep = sleeps ? 0 : asleep;
    owedReady = waits ? 0 : ready;
    List<Stretch> stretches = stretches(first, last, from, look.to);
    if (stretches.isEmpty()) {
      return;
    }
    if (sleeps) {
      asleep(look, stretches, asleep);
    }
    if (waits) {
      ready(look, stretches, ready);
    }
    stretches.forEach(each -> show(look, each));
  }

  private List<Stretch> stretches(int first, int last, long from, long to) {
    List<Stretch> all = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      if (i - first == MOST_STRETCHES / 2 && last - i > MOST_STRETCHES / 2) {
        i = last - MOST_STRETCHES / 2;
      }
      long begin = Math.max(from, spans.start(i));
      long end = Math.min(to, spans.end(i));
      if (spans.state(i) == ThreadState.RUNNING && begin < end) {
        all.add(new Stretch(i, begin, end));
      }
    }
    return all;
  }

  /** At the ends where it was found asleep, and what is left in the longest stretches. */
  private void asleep(Look look, List<Stretch> stretches, long asleep) {
    Stretch head = stretches.getFirst();
    Stretch tail = stretches.getLast();
    boolean atHead = look.asleepBefore() && goesOn(head, look.from);
    boolean atTail = look.asleepNow() && tail.to == look.to;
    long left = asleep;
    if (atHead) {
      long other = atTail ? tail.to - tail.from : 0;
      long all = head.to - head.from + (head == tail ? 0 : other);
      long share = atTail ? asleep * (head.to - head.from) / all / (head == tail ? 2 : 1) : asleep;
      head.asleepFirst = Math.min(share, head.to - head.from);
      left -= head.asleepFirst;
    }
    if (atTail) {
      tail.asleepLast = Math.min(left, tail.awake());
      left -= tail.asleepLast;
    }
    if (left > 0) {
      List<Stretch> longest = new ArrayList<>(stretches);
      longest.sort(Comparator.comparingLong(Stretch::awake).reversed());
      for (int i = 0; i < longest.size() && left > LITTLE_NS; i++) {
        Stretch each = longest.get(i);
        long more = Math.min(left, each.awake());
        each.asleepLast += more;
        left -= more;
      }
    }
  }

  /** Whether that began before: the thread has said nothing since. */
  private boolean goesOn(Stretch stretch, long from) {
    return stretch.from == from && spans.start(stretch.span) < from;
  }

  /** In the longest stretches, but at the end where it was found so. */
  private void ready(Look look, List<Stretch> stretches, long ready) {
    long left = ready;
    Stretch tail = stretches.getLast();
    if (look.now == NativeState.READY && tail.to == look.to) {
      tail.isReadyLast = true;
      tail.ready = Math.min(left, tail.awake());
      left -= tail.ready;
    }
    List<Stretch> longest = new ArrayList<>(stretches);
    longest.sort(Comparator.comparingLong(Stretch::awake).reversed());
    for (int i = 0; i < longest.size() && left > LITTLE_NS; i++) {
      Stretch each = longest.get(i);
      long more = Math.min(left, each.awake() - each.ready);
      each.ready += Math.max(0, more);
      left -= Math.max(0, more);
    }
  }

  private void show(Look look, Stretch each) {
    long awakeFrom = each.from + each.asleepFirst;
    long awakeTo = each.to - each.asleepLast;
    long spare = awakeTo - awakeFrom - each.ready;
    boolean first =
        each.asleepFirst > 0 || look.before == NativeState.READY && goesOn(each, look.from);
    long readyFrom = each.isReadyLast ? awakeTo - each.ready : awakeFrom + (first ? 0 : spare / 2);
    long readyTo = readyFrom + each.ready;
    if (each.asleepFirst > 0) {
      show(each.span, each.from, ThreadState.UNTRACED_WAIT, look.channelBefore);
    }
    running(each.span, awakeFrom, readyFrom);
    if (each.ready > 0) {
      show(each.span, readyFrom, ThreadState.READY, WaitChannel.UNKNOWN);
    }
    running(each.span, readyTo, awakeTo);
    if (each.asleepLast > 0) {
      WaitChannel where = look.asleepNow() ? look.channel : WaitChannel.UNKNOWN;
      show(each.span, awakeTo, ThreadState.UNTRACED_WAIT, where);
    }
  }

  private void running(int span, long from, long to) {
    if (from < to) {
      show(span, from, ThreadState.RUNNING, WaitChannel.UNKNOWN);
    }
  }

  /** The span is that from then on, unless it is so already. */
  void show(int span, long from, ThreadState state, WaitChannel channel) {
    boolean same =
        pieces.stateAtEndOf(span) == state
            && (state == ThreadState.RUNNING || pieces.channelAtEndOf(span) == channel);
    long begin = Math.max(from, Math.max(pieces.lastStart(), spans.start(span)) + 1);
    if (!same && begin < spans.end(span)) {
      pieces.add(span, begin, state, channel);
    }
  }
}
