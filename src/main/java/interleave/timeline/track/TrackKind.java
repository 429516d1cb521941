package interleave.timeline.track;

import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.events.EventSource;
import interleave.timeline.hit.Hit;
import interleave.timeline.layout.FoldRows;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.RowNames;
import interleave.timeline.layout.RowSource;
import interleave.timeline.range.Inquiry;
import interleave.timeline.search.Findable;
import interleave.timeline.statistics.Sheet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of track, and all that is to be known about it: which rows it has, how they are drawn, and
 * whatever one asks about what they show. A new kind is one such object, and its line in {@link
 * TrackKinds}; who asks goes through that list and knows no kind.
 */
public abstract class TrackKind implements RowSource {
  private final String name;
  private final @Nullable Sort sort;

  /**
   * @param name of the kind; what has the same name is the same kind, with rows in several places
   */
  protected TrackKind(String name) {
    this.name = name;
    sort = null;
  }

  /** A kind whose rows are things of that sort, which are folded where there are many. */
  protected TrackKind(String name, Sort sort) {
    this.name = name;
    this.sort = sort;
  }

  @Override
  public final String name() {
    return name;
  }

  /** The name of the kind whose things its rows are about: mostly its own. */
  String about() {
    return name;
  }

  /** What sets its rows off from the ground. */
  public Ground ground() {
    return Ground.BAND;
  }

  /** How wide the names beside its rows are, 0 where they take what there is. */
  public double gutter(Timeline timeline, TextMetrics metrics) {
    return 0;
  }

  /**
   * What lies behind a row, between two x: a band for headers, locks, queues and pools, a rule
   * below lanes.
   */
  public static void ground(Row row, Space space, double x, double right, Brush brush) {
    double y = space.top(row);
    switch (row.source() instanceof TrackKind kind ? kind.ground() : Ground.BAND) {
      case RULE ->
          brush.line(x, row.height() + y - 0.5, right, row.height() + y - 0.5, Role.RULE, 1);
      case BAND -> brush.fill(x, y, right - x, row.height() - 1, 0, Role.BAND);
      case NONE -> {}
    }
  }

  /** Draws one row. */
  public abstract void draw(View view, Space space, Slot slot, Brush brush);

  /** Draws what crosses rows, after all of them; once a frame. */
  public void overlay(View view, Space space, Brush brush) {}

  /** Lines about a thing of this kind; null for things of others. */
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return null;
  }

  /** The index of the row in which that thing is seen; negative for things of other kinds. */
  int row(ThingRef thing) {
    return -1;
  }

  /** What the row shows in which that thing is seen; null for things of other kinds. */
  public @Nullable ThingRef owner(Timeline timeline, ThingRef thing) {
    int row = row(thing);
    return row < 0 ? null : thing(timeline, row);
  }

  @Override
  public String called(Timeline timeline, int index) {
    return sort == null
        ? RowSource.super.called(timeline, index)
        : RowNames.of(timeline, sort, index);
  }

  /** A row for each thing of the sort, within its process, or last where several share it. */
  final List<Place> within(Timeline timeline, Folds folds, IntUnaryOperator process) {
    return things(timeline, folds, thing -> FoldRows.inside(thing, process.applyAsInt(thing)));
  }

  /** A row for each thing of the sort, or for all of many. */
  final List<Place> things(Timeline timeline, Folds folds, IntFunction<Place> place) {
    return sort == null ? List.of() : FoldRows.things(timeline, folds, sort, name, place);
  }

  /** What is folded after a click there; all as it was for what is not this kind's. */
  public Folds click(Folds folds, Hit hit) {
    return folds;
  }

  /** What is folded after that thing was asked to fold or to open. */
  public Folds fold(Timeline timeline, Folds folds, ThingRef thing) {
    return folds;
  }

  /** Unfolds what has to be for that thing, which may be one of very many, to have a row. */
  public Folds reveal(Timeline timeline, Folds folds, ThingRef thing) {
    int row = row(thing);
    return sort == null || row < 0 ? folds : FoldRows.reveal(timeline, folds, sort, name, row);
  }

  /**
   * What comes after (1) or before (-1) a thing of this kind: {@code from} itself at either end,
   * null where there is nothing to step through.
   */
  public @Nullable ThingRef step(Timeline timeline, ThingRef from, long playhead, int direction) {
    return null;
  }

  /** Where an arrow from (1) or to (-1) a thing of this kind leads; null when there is none. */
  public @Nullable ThingRef follow(Timeline timeline, ThingRef from, int direction) {
    return null;
  }

  /** What of this kind can be found by its name. */
  public List<Findable> findables(Timeline timeline) {
    return List.of();
  }

  /** What happens to things of this kind, for the table of events. */
  public List<EventSource> events(Timeline timeline) {
    return List.of();
  }

  /** The figures of all things of this kind within a range. */
  public List<Sheet> sheets(Inquiry asked) {
    return List.of();
  }

  /**
   * When something happens to a thing of this kind for the first time, beside that the first thread
   * of the first process runs; {@link Timeline#OPEN} for never.
   */
  public long firstEvent(Timeline timeline) {
    return Timeline.OPEN;
  }

  /** The moment at which a still picture tells most of things of this kind; null for none. */
  public @Nullable TellingMoment tellingMoment(Timeline timeline) {
    return null;
  }

  /** The second of some times, {@link Timeline#OPEN} where there is none. */
  static long second(LongStream times) {
    return times.sorted().skip(1).findFirst().orElse(Timeline.OPEN);
  }

  /** The index after or before {@code index}, which stays where there is none. */
  static int next(int index, int direction, int size) {
    int next = index + direction;
    return next >= 0 && next < size ? next : index;
  }

  /**
   * A moment to show.
   *
   * @param rank that of the smallest one tells most
   */
  public record TellingMoment(int rank, long time) {
    /** Null where the time is {@link Timeline#OPEN}. */
    static @Nullable TellingMoment of(int rank, long time) {
      return time == Timeline.OPEN ? null : new TellingMoment(rank, time);
    }
  }

  /** What lies behind a row. */
  public enum Ground {
    BAND,
    /** Nothing, with a line below. */
    RULE,
    NONE
  }

  /** Where a row is drawn: its index and the pixels from {@code y} on. */
  public record Slot(int index, double y, double height) {
    public double bottom() {
      return y + height;
    }

    public double middle() {
      return y + height / 2;
    }
  }
}
