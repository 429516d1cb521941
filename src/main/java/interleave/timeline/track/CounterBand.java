package interleave.timeline.track;

import interleave.timeline.CounterTrack;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.events.CounterEvents;
import interleave.timeline.events.EventSource;
import interleave.timeline.layout.CounterText;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.TimeText;
import interleave.timeline.range.Inquiry;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.timeline.statistics.CounterSheet;
import interleave.timeline.statistics.Sheet;
import interleave.timeline.track.slice.CounterLine;
import interleave.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number that changes, as a line over its zero. */
final class CounterBand extends TrackKind {
  static final String NAME = "counter";
  static final CounterBand KIND = new CounterBand();

  private static final Words WORDS = Words.of("timeline/slices");
  private static final FoundKind FOUND = new FoundKind(62, WORDS, "found.counter", false);
  private static final double HEIGHT = 46;
  private static final double TOP = 9;
  private static final double FLOOR = 7;

  /** Room for the numbers of its axis. */
  private static final double AXIS = 44;

  private CounterBand() {
    super(NAME, Sort.COUNTER);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return within(timeline, folds, counter -> timeline.counterTracks().get(counter).process());
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return HEIGHT;
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Counter(index);
  }

  @Override
  int row(ThingRef thing) {
    return switch (thing) {
      case ThingRef.Counter(int index) -> index;
      case ThingRef.CounterValue(int counter, int _) -> counter;
      default -> -1;
    };
  }

  @Override
  public @Nullable ThingRef step(Timeline timeline, ThingRef from, long playhead, int direction) {
    return from instanceof ThingRef.CounterValue(int counter, int i)
        ? new ThingRef.CounterValue(
            counter, next(i, direction, timeline.counterTracks().get(counter).size()))
        : null;
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    List<CounterTrack> counters = timeline.counterTracks();
    return List.of(
        new Findable(
            FOUND,
            counters.size(),
            i -> counters.get(i).name(),
            ThingRef.Counter::new,
            i -> counters.get(i).process()));
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    return timeline.counterTracks().stream()
        .<EventSource>map(each -> new CounterEvents(timeline, each))
        .toList();
  }

  @Override
  public List<Sheet> sheets(Inquiry asked) {
    return asked.timeline().counterTracks().isEmpty() ? List.of() : List.of(CounterSheet.of(asked));
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    CounterTrack counter = view.timeline().counterTracks().get(slot.index());
    ThingRef thing = new ThingRef.Counter(slot.index());
    List<Gutter.Fact> facts = List.of(Gutter.Fact.plain(now(view, counter)));
    Gutter.draw(view, slot, thing, counter.name(), facts, AXIS, brush);
    CounterLine line =
        new CounterLine(space.sight(view), counter, slot.y() + TOP, slot.bottom() - FLOOR, brush);
    line.axis(space.left() - 6);
    double width = space.right() - space.left();
    brush.tracks(space.left(), slot.y(), width, slot.height());
    brush.hits().area(space.left(), slot.y(), width, slot.height(), line.hit());
    line.draw();
    brush.names();
  }

  private static String now(View view, CounterTrack counter) {
    int i = counter.at(view.moment());
    return i < 0
        ? WORDS.get("counter.not-yet")
        : WORDS.get("counter.now", CounterText.number(counter.value(i)));
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Counter(int index) -> List.of(timeline.counterTracks().get(index).name());
      case ThingRef.CounterValue(int index, int i) -> {
        CounterTrack counter = timeline.counterTracks().get(index);
        yield List.of(
            WORDS.get("counter.is", counter.name(), CounterText.exact(counter.value(i))),
            WORDS.get("from", TimeText.moment(counter.time(i) - timeline.start(), 1000)));
      }
      default -> null;
    };
  }
}
