package interleave.exchange.export.page;

import interleave.exchange.export.Excerpt;
import interleave.file.Progress;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of a page and what stands on them, as far as there is room. */
final class PageRows {
  /** A page holds that many things; what comes after them it leaves out. */
  static final int MOST_THINGS = 1_000_000;

  /** And so many rows. */
  static final int MOST_ROWS = 2_000;

  final Texts texts = new Texts();
  final PageSites sites;
  final List<PageRow> rows = new ArrayList<>();
  private final Excerpt what;
  private final Timeline timeline;
  private final Progress progress;

  /** Rows by what they are of, from 1 on. */
  private final Map<ThingRef, Integer> numbers = new HashMap<>();

  private int things;
  private boolean full;
  private int service;
  private long accesses;
  private long written;

  PageRows(Excerpt what, Progress progress) {
    this.what = what;
    this.timeline = what.timeline();
    this.progress = progress;
    sites = new PageSites(what);
  }

  static int look(Look look) {
    return ThreadState.values().length + look.ordinal();
  }

  /** Whether something had to be left out. */
  boolean isFull() {
    return full;
  }

  /** How many threads of tools and libraries are not shown. */
  int service() {
    return service;
  }

  void passService() {
    service++;
  }

  /** How many reads and writes of variables there are, and how many of them are in the page. */
  long accesses() {
    return accesses;
  }

  long writtenAccesses() {
    return written;
  }

  void countAccesses(long all, long kept) {
    accesses += all;
    written += kept;
  }

  /** Whether one thing more has a place. */
  boolean takes() {
    if (things >= MOST_THINGS) {
      full = true;
      return false;
    }
    if ((++things & 0xFFF) == 0) {
      Progress.check(progress, things, MOST_THINGS);
    }
    return true;
  }

  /**
   * The row of a thread from 1 on, or that of its crowd where it has none of its own; 0 where it is
   * not shown, as for the others.
   */
  int lane(int lane) {
    Integer own = numbers.get(new ThingRef.Lane(lane));
    if (own != null) {
      return own;
    }
    int crowd = lane < 0 || !what.lanes().has(lane) ? -1 : timeline.crowdOf(lane);
    return crowd < 0 ? 0 : number(new ThingRef.Crowd(crowd));
  }

  int process(int process) {
    return number(new ThingRef.Process(process));
  }

  /** That of a track of slices: the thread's where it is a thread's. */
  int track(int track) {
    int lane = timeline.slices().get(track).lane();
    return lane >= 0 ? lane(lane) : number(new ThingRef.Slice(track, 0, -1));
  }

  int number(ThingRef ref) {
    return numbers.getOrDefault(ref, 0);
  }

  void fill() {
    new RowOrder(this, what).declare();
    RowFilling filling = new RowFilling(this, what);
    for (int i = 0; i < rows.size(); i++) {
      if (filling.fill(rows.get(i))) {
        rows.set(i, rows.get(i).sorted());
      }
    }
  }

  /**
   * Takes a row.
   *
   * @return its number, 0 where there was no room for it
   */
  int add(PageRow row) {
    if (rows.size() >= MOST_ROWS) {
      full = true;
      return 0;
    }
    rows.add(row);
    numbers.put(row.ref(), rows.size());
    return rows.size();
  }

  /** What lasts from start to end, where any of it lies within; something of it can be seen. */
  void thing(
      PageRow on,
      @Nullable ThingRef ref,
      long start,
      long end,
      int look,
      Supplier<String> label,
      int site,
      int thread,
      int about) {
    if (what.meets(start, end) && takes()) {
      long from = what.begin(start);
      long length = Math.max(1, what.end(end) - from);
      add(on, ref, from, length, look, label, site, thread, about);
    }
  }

  /** What takes no time: it is drawn as a sign of its own. */
  void moment(
      PageRow on,
      @Nullable ThingRef ref,
      long time,
      int look,
      Supplier<String> label,
      int site,
      int thread,
      int about) {
    if (what.has(time) && takes()) {
      add(on, ref, time, 0, look, label, site, thread, about);
    }
  }

  private void add(
      PageRow on,
      @Nullable ThingRef ref,
      long from,
      long length,
      int look,
      Supplier<String> label,
      int site,
      int thread,
      int about) {
    on.things()
        .add(
            ref,
            what.told(from),
            length,
            look,
            texts.number(label),
            sites.number(site),
            thread,
            about);
  }
}
