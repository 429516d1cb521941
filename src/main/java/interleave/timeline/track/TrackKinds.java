package interleave.timeline.track;

import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.events.EventRows;
import interleave.timeline.explain.Explanation;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Rows;
import interleave.timeline.layout.SpanLinks;
import interleave.timeline.range.Inquiry;
import interleave.timeline.search.Search;
import interleave.timeline.statistics.Sheet;
import interleave.timeline.track.TrackKind.TellingMoment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The kinds of tracks there are, and what they know all together. */
public final class TrackKinds {
  /** In the order of their rows within a process. */
  public static final TrackKinds STANDARD =
      new TrackKinds(
          List.of(
              HostHeader.KIND,
              ProcessHeader.KIND,
              CpuBand.KIND,
              PhaseBand.KIND,
              LaneTrack.KIND,
              new CrowdBand(true),
              LaneTrack.ofCrowds(true),
              new MoreBand.Lanes(true),
              new CrowdBand(false),
              LaneTrack.ofCrowds(false),
              new MoreBand.Lanes(false),
              new FoldBand(Sort.TRACK),
              SliceBand.KIND,
              new MoreBand.Things(Sort.TRACK, SliceBand.NAME),
              GilBand.KIND,
              new FoldBand(Sort.COUNTER),
              CounterBand.KIND,
              new MoreBand.Things(Sort.COUNTER, CounterBand.NAME),
              new FoldBand(Sort.LOCK),
              LockBand.KIND,
              new MoreBand.Things(Sort.LOCK, LockBand.NAME),
              new FoldBand(Sort.SYNCHRONIZER),
              SynchronizerBand.KIND,
              new MoreBand.Things(Sort.SYNCHRONIZER, SynchronizerBand.NAME),
              new FoldBand(Sort.VARIABLE),
              VariableBand.KIND,
              new MoreBand.Things(Sort.VARIABLE, VariableBand.NAME),
              new FoldBand(Sort.POOL),
              PoolBand.KIND,
              new MoreBand.Things(Sort.POOL, PoolBand.NAME),
              new FoldBand(Sort.QUEUE),
              QueueBand.KIND,
              new MoreBand.Things(Sort.QUEUE, QueueBand.NAME),
              new FoldBand(Sort.PIPE),
              PipeBand.KIND,
              new MoreBand.Things(Sort.PIPE, PipeBand.NAME),
              new FoldBand(Sort.PROCESS),
              new MoreBand.Things(Sort.PROCESS, ProcessHeader.NAME),
              new MoreBand.OfHosts(),
              OutputBand.KIND,
              DeadlockMarks.KIND));

  private final List<TrackKind> kinds;

  /** Each kind once, wherever it has rows. */
  private final List<TrackKind> each;

  public TrackKinds(List<TrackKind> kinds) {
    this.kinds = List.copyOf(kinds);
    Map<String, TrackKind> byName = new LinkedHashMap<>();
    kinds.forEach(kind -> byName.putIfAbsent(kind.name(), kind));
    each = List.copyOf(byName.values());
  }

  /** All of them, in the order of their rows. */
  public List<TrackKind> kinds() {
    return kinds;
  }

  /** What rows of things of that sort are called. */
  public static String name(Sort sort) {
    return switch (sort) {
      case LOCK -> LockBand.NAME;
      case SYNCHRONIZER -> SynchronizerBand.NAME;
      case VARIABLE -> VariableBand.NAME;
      case POOL -> PoolBand.NAME;
      case QUEUE -> QueueBand.NAME;
      case PIPE -> PipeBand.NAME;
      case TRACK -> SliceBand.NAME;
      case COUNTER -> CounterBand.NAME;
      case PROCESS -> ProcessHeader.NAME;
    };
  }

  /** All rows, those of the leading kind directly below the threads. */
  public Rows rows(Timeline timeline, Folds folds) {
    String leading = folds.leading();
    if (leading.isEmpty()) {
      return Rows.of(timeline, folds, kinds);
    }
    List<TrackKind> first = kinds.stream().filter(kind -> kind.about().equals(leading)).toList();
    List<TrackKind> ordered = new ArrayList<>(kinds);
    ordered.removeAll(first);
    int below = ordered.indexOf(GilBand.KIND);
    ordered.addAll(below < 0 ? ordered.size() : below, first);
    return Rows.of(timeline, folds, ordered);
  }

  /** How wide the names beside all rows are. */
  double gutter(Timeline timeline, TextMetrics metrics) {
    return each.stream().mapToDouble(kind -> kind.gutter(timeline, metrics)).reduce(0, Math::max);
  }

  /** Facts about a thing and a sentence on what happened and why, or nothing. */
  public List<String> tooltip(Timeline timeline, ThingRef thing) {
    List<String> facts = ask(thing, (kind, it) -> kind.tooltip(timeline, it));
    if (facts == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(facts);
    lines.add(Explanation.sentence(timeline, thing));
    lines.removeIf(String::isBlank);
    return lines;
  }

  /** The same about what was hit, which may be no thing that can be selected. */
  public List<String> tooltip(Timeline timeline, Hit hit) {
    if (hit.part() == Part.SERVICES) {
      return ProcessHeader.services(timeline, hit.index());
    }
    ThingRef thing = hit.thing();
    return thing == null ? List.of() : tooltip(timeline, thing);
  }

  /** What a row shows; null where that is nothing that one could select. */
  public @Nullable ThingRef thing(Timeline timeline, Row row) {
    return row.source() instanceof TrackKind kind ? kind.thing(timeline, row.index()) : null;
  }

  /** Which of the rows shows that thing, -1 for none of them. */
  public int row(Timeline timeline, Rows rows, @Nullable ThingRef thing) {
    ThingRef owner = owner(timeline, thing);
    if (owner instanceof ThingRef.Lane(int lane)) { // of which there may be a million
      Row row = rows.find(LaneTrack.NAME, lane);
      return row == null ? -1 : rows.above(row);
    }
    for (int i = 0; owner != null && i < rows.all().size(); i++) {
      if (owner.equals(thing(timeline, rows.all().get(i)))) {
        return i;
      }
    }
    return -1;
  }

  /** What the row shows in which that thing is seen; null where there is none. */
  public @Nullable ThingRef owner(Timeline timeline, @Nullable ThingRef thing) {
    return ask(thing, (kind, it) -> kind.owner(timeline, it));
  }

  /** What is folded after a click there. */
  public Folds click(Folds folds, Hit hit) {
    Folds after = folds;
    for (TrackKind kind : each) {
      after = kind.click(after, hit);
    }
    return after;
  }

  /** What is folded after that thing was asked to fold or to open. */
  public Folds fold(Timeline timeline, Folds folds, @Nullable ThingRef thing) {
    Folds after = ask(thing, (kind, it) -> changed(folds, kind.fold(timeline, folds, it)));
    return after == null ? folds : after;
  }

  /**
   * Unfolds what has to be for that thing, which may be one of very many, to have a row, and hides
   * it no more.
   */
  public Folds reveal(Timeline timeline, Folds folds, @Nullable ThingRef thing) {
    ThingRef owner = folds.rows().hides() ? owner(timeline, thing) : null;
    Folds seen =
        owner == null ? folds : folds.with(folds.rows().revealing(owner, title(timeline, owner)));
    Folds after = ask(thing, (kind, it) -> changed(seen, kind.reveal(timeline, seen, it)));
    return after == null ? seen : after;
  }

  /** What the row of that thing is called; empty where it has no name, or no row. */
  public String title(Timeline timeline, ThingRef owner) {
    return switch (owner) {
      case ThingRef.Process(int index) -> ProcessHeader.KIND.called(timeline, index);
      case ThingRef.Lane(int index) -> LaneTrack.KIND.called(timeline, index);
      case ThingRef.Lock(int index) -> LockBand.KIND.called(timeline, index);
      case ThingRef.Synchronizer(int index) -> SynchronizerBand.KIND.called(timeline, index);
      case ThingRef.Variable(int index) -> VariableBand.KIND.called(timeline, index);
      case ThingRef.Pool(int index) -> PoolBand.KIND.called(timeline, index);
      case ThingRef.Queue(int index) -> QueueBand.KIND.called(timeline, index);
      case ThingRef.Pipe(int index) -> PipeBand.KIND.called(timeline, index);
      case ThingRef.Track(int index) -> SliceBand.KIND.called(timeline, index);
      case ThingRef.Counter(int index) -> CounterBand.KIND.called(timeline, index);
      default -> "";
    };
  }

  private static @Nullable Folds changed(Folds before, Folds after) {
    return after.equals(before) ? null : after;
  }

  /**
   * What comes after (1) or before (-1) the selected thing, null at either end; what the first
   * thread does at the playhead where there is nothing to step through.
   */
  public @Nullable ThingRef step(
      Timeline timeline, @Nullable ThingRef from, long playhead, int direction) {
    ThingRef next = ask(from, (kind, it) -> kind.step(timeline, it, playhead, direction));
    if (next == null) {
      return timeline.lanes().isEmpty() ? null : SpanLinks.at(timeline, 0, playhead);
    }
    return next.equals(from) ? null : next;
  }

  /** Where an arrow from (1) or to (-1) the selected thing leads; null when there is none. */
  public @Nullable ThingRef follow(Timeline timeline, @Nullable ThingRef from, int direction) {
    return ask(from, (kind, it) -> kind.follow(timeline, it, direction));
  }

  /** When something happens for the first time, beside that the first thread runs. */
  public long firstEvent(Timeline timeline) {
    return each.stream()
        .mapToLong(kind -> kind.firstEvent(timeline))
        .reduce(Timeline.OPEN, Math::min);
  }

  /** The moment at which a still picture tells most, if there is one. */
  public OptionalLong tellingMoment(Timeline timeline) {
    TellingMoment best = null;
    for (TrackKind kind : each) {
      TellingMoment moment = kind.tellingMoment(timeline);
      if (moment != null && (best == null || moment.rank() < best.rank())) {
        best = moment;
      }
    }
    return best == null ? OptionalLong.empty() : OptionalLong.of(best.time());
  }

  /** Looks for names in all that there is. */
  public Search search(Timeline timeline) {
    return new Search(each.stream().flatMap(kind -> kind.findables(timeline).stream()).toList());
  }

  /** All that happens, in the order of time. */
  public EventRows events(Timeline timeline) {
    return new EventRows(each.stream().flatMap(kind -> kind.events(timeline).stream()).toList());
  }

  /** The figures of all kinds that have any. */
  public List<Sheet> sheets(Inquiry asked) {
    List<Sheet> sheets = new ArrayList<>();
    for (TrackKind kind : each) {
      kind.sheets(asked).stream().filter(sheet -> !sheet.rows().isEmpty()).forEach(sheets::add);
    }
    sheets.sort(Comparator.comparingInt(Sheet::rank));
    return sheets;
  }

  /** What the first kind says that has something to say of that thing. */
  private <T> @Nullable T ask(@Nullable ThingRef thing, Question<T> question) {
    if (thing == null) {
      return null;
    }
    try {
      for (TrackKind kind : each) {
        T answer = question.of(kind, thing);
        if (answer != null) {
          return answer;
        }
      }
    } catch (IndexOutOfBoundsException e) {
      return null; // a reference into another run
    }
    return null;
  }

  /** Asked of one kind after the other, until one knows. */
  @FunctionalInterface
  private interface Question<T> {
    @Nullable T of(TrackKind kind, ThingRef thing);
  }
}
