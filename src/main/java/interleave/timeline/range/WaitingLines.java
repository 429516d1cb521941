package interleave.timeline.range;

import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Where in the source threads waited for each other within a range: for locks, queues, ends of
 * others, at synchronizers. Sleeping is no such wait, nor is a worker without a task. Of each wait
 * counts what lies in the range.
 */
public final class WaitingLines {
  private static final Set<ThreadState> WAITS =
      EnumSet.of(
          ThreadState.LOCK_WAIT,
          ThreadState.QUEUE_WAIT,
          ThreadState.JOINING,
          ThreadState.SYNC_WAIT);

  private final Inquiry asked;

  private WaitingLines(Inquiry asked) {
    this.asked = asked;
  }

  /** Whether that span is such a wait. */
  public static boolean isWait(Spans spans, int i) {
    return WAITS.contains(spans.state(i)) && spans.about(i) != Spans.About.POOL;
  }

  /** The lines at which there were any, those first at which threads waited longest. */
  public static List<WaitingLine> of(Inquiry asked) {
    return new WaitingLines(asked).lines();
  }

  /** The longest waits at a line, at most so many, the longest first. */
  public static List<ThingRef.Span> at(Inquiry asked, Site line, int most) {
    return new WaitingLines(asked).longest(line, most);
  }

  /** What is added up of a line. */
  private static final class Sum {
    final long[] inState = new long[ThreadState.values().length];
    final long[] buckets = new long[WaitLengths.BUCKETS];
    long count;
    long waitedNs;
    long longestNs = -1;
    ThingRef.Span longest = new ThingRef.Span(-1, 0);

    WaitingLine line(Site site) {
      int most = 0;
      for (int i = 1; i < inState.length; i++) {
        most = inState[i] > inState[most] ? i : most;
      }
      return new WaitingLine(
          site,
          ThreadState.values()[most],
          count,
          waitedNs,
          longestNs,
          longest,
          WaitLengths.of(buckets));
    }
  }

  private List<WaitingLine> lines() {
    Map<Integer, Sum> bySite = new HashMap<>();
    each(
        _ -> true,
        (lane, spans, i, ns) -> {
          Sum sum = bySite.computeIfAbsent(spans.site(i), _ -> new Sum());
          sum.count++;
          sum.waitedNs += ns;
          sum.inState[spans.state(i).ordinal()] += ns;
          sum.buckets[WaitLengths.bucket(ns)]++;
          if (ns > sum.longestNs) {
            sum.longestNs = ns;
            sum.longest = new ThingRef.Span(lane.index(), spans.start(i));
          }
        });
    return grouped(bySite);
  }

  /** The same line of the same file is known by another number to each process. */
  private List<WaitingLine> grouped(Map<Integer, Sum> bySite) {
    Map<Site, Sum> byLine = new HashMap<>();
    bySite.forEach(
        (site, sum) -> byLine.merge(asked.timeline().site(site), sum, WaitingLines::together));
    List<WaitingLine> lines = new ArrayList<>();
    byLine.forEach((site, sum) -> lines.add(sum.line(site)));
    lines.sort(
        Comparator.comparingLong(WaitingLine::waitedNs)
            .reversed()
            .thenComparing(line -> line.site().file())
            .thenComparingInt(line -> line.site().line()));
    return lines;
  }

  private static Sum together(Sum one, Sum other) {
    Sum more = other.longestNs > one.longestNs ? other : one;
    one.longest = more.longest;
    one.longestNs = more.longestNs;
    one.count += other.count;
    one.waitedNs += other.waitedNs;
    for (int i = 0; i < one.inState.length; i++) {
      one.inState[i] += other.inState[i];
    }
    for (int i = 0; i < one.buckets.length; i++) {
      one.buckets[i] += other.buckets[i];
    }
    return one;
  }

  private record Length(long ns, ThingRef.Span span) {}

  private List<ThingRef.Span> longest(Site line, int most) {
    Timeline timeline = asked.timeline();
    Map<Integer, Boolean> known = new HashMap<>();
    PriorityQueue<Length> kept = new PriorityQueue<>(Comparator.comparingLong(Length::ns));
    each(
        site -> known.computeIfAbsent(site, it -> timeline.site(it).equals(line)),
        (lane, spans, i, ns) -> {
          kept.add(new Length(ns, new ThingRef.Span(lane.index(), spans.start(i))));
          if (kept.size() > most) {
            kept.poll();
          }
        });
    return kept.stream()
        .sorted(
            Comparator.comparingLong(Length::ns)
                .reversed()
                .thenComparingLong(wait -> wait.span().start())
                .thenComparingInt(wait -> wait.span().lane()))
        .map(Length::span)
        .toList();
  }

  /** Hears of each wait. */
  @FunctionalInterface
  private interface Hearer {
    void wait(ThreadLane lane, Spans spans, int i, long ns);
  }

  private void each(IntPredicate site, Hearer hearer) {
    TimeRange range = asked.range();
    for (ThreadLane lane : asked.timeline().lanes()) {
      asked.patience().check();
      if (lane.service() || lane.kind() == ThreadLane.Kind.CARRIER || !waits(lane)) {
        continue;
      }
      Spans spans = lane.spans();
      for (int i = Math.max(0, spans.at(range.from())); i < spans.size(); i++) {
        asked.patience().check(i);
        long start = spans.start(i);
        if (start >= range.to()) {
          break;
        }
        long end = Math.max(start, Math.min(spans.end(i), asked.timeline().now()));
        if (isWait(spans, i) && range.meets(start, end) && site.test(spans.site(i))) {
          hearer.wait(lane, spans, i, range.overlap(start, end));
        }
      }
    }
  }

  private boolean waits(ThreadLane lane) {
    LaneTimes times = LaneTimes.of(asked.timeline(), lane, asked.range());
    return WAITS.stream().anyMatch(state -> times.in(state) > 0);
  }
}
