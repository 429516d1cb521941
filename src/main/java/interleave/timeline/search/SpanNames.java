package interleave.timeline.search;

import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The spans of all lanes, one after the other, by what is written on them and by their line: {@code
 * waits for lock balance Bank.java:27 transfer}. There may be millions, in a million lanes; they
 * are gone through in their order, so where one is need not be looked for. One thread asks.
 */
public final class SpanNames {
  private static final FoundKind FOUND = FoundKind.ofMoments(110, "kind.span");

  private static final int KEPT = 12;
  private static final int SHIFT = Long.SIZE - KEPT;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final Timeline timeline;
  private final List<ThreadLane> lanes;
  private @Nullable String[] places = new @Nullable String[256];

  /** Names of late: a program does the same at the same place again and again. */
  private final @Nullable String[] names = new @Nullable String[1 << KEPT];

  private final long[] whats = new long[1 << KEPT];
  private final int[] sites = new int[1 << KEPT];

  /** The lane that was asked for last, and the number of its first span. */
  private int lane;

  private int first;

  private SpanNames(Timeline timeline) {
    this.timeline = timeline;
    this.lanes = timeline.lanes();
  }

  public static Findable of(Timeline timeline) {
    SpanNames names = new SpanNames(timeline);
    return new Findable(FOUND, names.size(), names::name, names::thing, names::process);
  }

  private int size() {
    long size = 0;
    for (ThreadLane each : lanes) {
      size += each.spans().size();
    }
    return (int) Math.min(size, Integer.MAX_VALUE);
  }

  /** Which span of its lane that is; its lane is {@link #lane} then. */
  private int find(int index) {
    if (index < first) {
      lane = 0;
      first = 0;
    }
    while (index - first >= lanes.get(lane).spans().size()) {
      first += lanes.get(lane).spans().size();
      lane++;
    }
    return index - first;
  }

  private String name(int index) {
    int i = find(index);
    Spans spans = lanes.get(lane).spans();
    if (spans.about(i) != Spans.About.LOCK || spans.verb(i) != Spans.Verb.PLAIN) {
      return text(spans, i);
    }
    // Locks are what most spans are about, where there are very many.
    int site = spans.site(i);
    long what = (long) spans.object(i) << 32 | spans.state(i).ordinal();
    int at = (int) ((what ^ what >>> 29 ^ site * 31L) * MIX >>> SHIFT);
    String known = names[at];
    if (known == null || whats[at] != what || sites[at] != site) {
      known = text(spans, i);
      names[at] = known;
      whats[at] = what;
      sites[at] = site;
    }
    return known;
  }

  private String text(Spans spans, int i) {
    String place = place(spans.site(i));
    String label = spans.label(i);
    return label.isEmpty() ? place : place.isEmpty() ? label : label + "  " + place;
  }

  private String place(int site) {
    if (site >= places.length) {
      places = Arrays.copyOf(places, Math.max(site + 1, 2 * places.length));
    }
    String known = places[site];
    if (known == null) {
      Site at = timeline.site(site);
      known =
          at.line() == 0 ? "" : (at.simpleFile() + ":" + at.line() + " " + at.function()).strip();
      places[site] = known;
    }
    return known;
  }

  private ThingRef thing(int index) {
    int i = find(index);
    return new ThingRef.Span(lane, lanes.get(lane).spans().start(i));
  }

  private int process(int index) {
    find(index);
    return lanes.get(lane).process();
  }
}
