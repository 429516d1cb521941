package interleave.timeline.track;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.draw.Goldens;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.events.EventRow;
import interleave.timeline.events.EventSource;
import interleave.timeline.explain.Explanation;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Extent;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.search.Findable;
import interleave.timeline.sketch.ForeignTrace;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What files of other tools tell, as it is drawn, hit, found and listed. */
class SliceDrawingTest {
  private static final PictureAreas FRAME = PictureAreas.of(1000, 640);

  private static View view(Timeline timeline) {
    return View.of(timeline, Viewport.of(timeline.start(), timeline.now()), FRAME);
  }

  private static Picture draw(View view) {
    return new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view);
  }

  private static List<String> words(Picture picture) {
    return picture.list().marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .toList();
  }

  @Test
  void aForeignTraceIsDrawnAsItAlwaysWas() {
    Timeline timeline = ForeignTrace.timeline();
    View view =
        view(timeline)
            .withSelection(new ThingRef.Slice(0, 0, 1))
            .withPlayhead(ForeignTrace.at(120));
    Goldens.compare("foreign", draw(view).list().text());
  }

  @Test
  void aSliceIsHitWhereItIsDrawnAndItsLaneBesideIt() {
    Timeline timeline = ForeignTrace.timeline();
    View view = view(timeline);
    Picture picture = draw(view);
    Mark.Text handle =
        picture.list().marks().stream()
            .filter(mark -> mark instanceof Mark.Text text && text.text().equals("handle"))
            .map(Mark.Text.class::cast)
            .findFirst()
            .orElseThrow();
    Hit hit = picture.hits().at(handle.x() + 2, handle.y());
    assertThat(hit.part()).isEqualTo(Part.SPAN);
    assertThat(hit.thing()).isInstanceOf(ThingRef.Slice.class);
    assertThat(TrackKinds.STANDARD.tooltip(timeline, hit)).isNotEmpty();
    assertThat(TrackKinds.STANDARD.owner(timeline, hit.thing()))
        .isEqualTo(new ThingRef.Lane(timeline.slices().get(index(timeline, "main")).lane()));
    Hit beside = picture.hits().at(handle.x() - 8, handle.y());
    assertThat(beside.thing()).isInstanceOf(ThingRef.Lane.class);
  }

  @Test
  void deeperRowsAreFoldedUntilTheyAreAskedFor() {
    Trace trace = new Trace();
    Trace.Process process = trace.foreign(1, "P");
    Trace.Thread main = process.thread(1, "main");
    int name = process.object(ObjectType.SLICE, 0, "f");
    for (int i = 0; i < 20; i++) {
      main.at(10 + i).event(EventKind.SLICE_BEGIN, name);
    }
    main.at(1000).event(EventKind.SLICE_END);
    Timeline timeline = trace.end();
    assertThat(words(draw(view(timeline)))).contains("and 8 deeper rows");
    Folds opened = TrackKinds.STANDARD.click(Folds.NONE, new Hit(Part.MORE_SLICES, null, 0));
    assertThat(words(draw(view(timeline).withFolds(opened)))).contains("fewer rows");
    assertThat(TrackKinds.STANDARD.reveal(timeline, Folds.NONE, new ThingRef.Slice(0, 15, 0)))
        .isEqualTo(opened);
    assertThat(TrackKinds.STANDARD.reveal(timeline, Folds.NONE, new ThingRef.Slice(0, 2, 0)))
        .isEqualTo(Folds.NONE);
  }

  @Test
  void veryManyCountersAndRowsFold() {
    Trace trace = new Trace();
    Trace.Process process = trace.foreign(1, "P");
    Trace.Thread main = process.thread(1, "main");
    int name = process.object(ObjectType.SLICE, 0, "f");
    for (int i = 0; i < 3000; i++) {
      int counter = process.object(ObjectType.COUNTER, 0, "c" + i);
      main.at(10 + i).event(EventKind.COUNTER, counter, Double.doubleToRawLongBits(i));
      Trace.Thread row = process.track(100 + i, "row " + i);
      row.at(20 + i).event(EventKind.SLICE_BEGIN, name);
      row.at(30 + i).event(EventKind.SLICE_END);
    }
    Timeline timeline = trace.end();
    List<String> words = words(draw(view(timeline)));
    assertThat(words).contains("3 000 counters", "3 000 rows of slices", "and 2 995 more rows");
    Folds shown =
        TrackKinds.STANDARD.reveal(timeline, Folds.NONE, new ThingRef.CounterValue(1234, 0));
    assertThat(TrackKinds.STANDARD.rows(timeline, shown).find("counter", 1234)).isNotNull();
  }

  @Test
  void namesOfSlicesAndMomentsAreFound() {
    Timeline timeline = ForeignTrace.timeline();
    List<Findable> all = SliceBand.KIND.findables(timeline);
    Findable slices = all.get(1);
    assertThat(slices.size()).isEqualTo(54);
    int last = slices.size() - 1;
    assertThat(slices.name().apply(last)).isEqualTo("frame");
    assertThat(slices.thing().apply(last)).isInstanceOf(ThingRef.Slice.class);
    assertThat(slices.name().apply(0)).isNotEmpty();
    assertThat(all.get(2).size()).isEqualTo(7);
    assertThat(all.get(3).name().apply(1)).isEqualTo("GC");
  }

  @Test
  void eventsTellSlicesMomentsFlowsAndValues() {
    Timeline timeline = ForeignTrace.timeline();
    List<String> texts =
        SliceBand.KIND.events(timeline).stream()
            .map(source -> source.get(source.size() - 1))
            .map(EventRow::text)
            .toList();
    assertThat(texts)
        .contains("handle, 30 ms", "cache miss", "work from server 100 · main", "GC")
        .contains("GET /orders, 34 ms");
    EventSource drift = CounterBand.KIND.events(timeline).getLast();
    assertThat(drift.size()).isEqualTo(56);
    assertThat(drift.get(0).text()).isEqualTo("drift is 0");
  }

  @Test
  void oneFollowsAFlowFromSliceToSlice() {
    Timeline timeline = ForeignTrace.timeline();
    ThingRef query = new ThingRef.Slice(index(timeline, "main"), 1, 1);
    ThingRef flow = TrackKinds.STANDARD.follow(timeline, query, 1);
    assertThat(flow).isEqualTo(new ThingRef.Flow(0));
    assertThat(TrackKinds.STANDARD.follow(timeline, flow, 1))
        .isEqualTo(new ThingRef.Slice(index(timeline, "pool-1"), 0, 0));
    assertThat(TrackKinds.STANDARD.follow(timeline, flow, -1)).isEqualTo(query);
  }

  private static int index(Timeline timeline, String name) {
    return timeline.slices().stream()
        .filter(track -> track.name().equals(name))
        .findFirst()
        .orElseThrow()
        .index();
  }

  @Test
  void whateverAFileTellsCanBeDrawnAndSaid() {
    for (int seed = 0; seed < 20; seed++) {
      Timeline timeline = scrambled(new Random(seed));
      String text = draw(view(timeline)).list().text();
      assertThat(text).as("seed %s", seed).doesNotContain("cannot be drawn", "arrows of ");
      for (EventSource source : SliceBand.KIND.events(timeline)) {
        for (int i = 0; i < source.size(); i++) {
          ThingRef thing = source.get(i).thing();
          assertThat(Explanation.sentence(timeline, thing)).as("%s", thing).isNotBlank();
          assertThat(TrackKinds.STANDARD.tooltip(timeline, thing)).isNotEmpty();
          assertThat(Extent.of(timeline, thing)).isNotNull();
        }
      }
    }
  }

  /** Slices and all else of names, threads and objects that may not fit together. */
  private static Timeline scrambled(Random random) {
    EventKind[] kinds = {
      EventKind.SLICE_BEGIN,
      EventKind.SLICE_BEGIN,
      EventKind.SLICE_END,
      EventKind.INSTANT,
      EventKind.COUNTER,
      EventKind.FLOW_OUT,
      EventKind.FLOW_IN,
      EventKind.STATE_TOLD,
      EventKind.THREAD_END
    };
    Trace trace = new Trace();
    Trace.Process process = trace.foreign(1, "P");
    Trace.Thread[] threads = {
      process.thread(1, "a"), process.thread(2, "b"), process.track(3, "c"), process.thread(0, "d")
    };
    int[] objects = {
      0,
      process.object(ObjectType.SLICE, 0, "f"),
      process.object(ObjectType.COUNTER, 0, "g"),
      process.object(ObjectType.LOCK, 0, ""),
      999
    };
    for (int i = 0; i < 300; i++) {
      EventKind kind = kinds[random.nextInt(kinds.length - (i < 250 ? 1 : 0))];
      threads[random.nextInt(threads.length)]
          .at(1000 + i * 10L + random.nextInt(8))
          .event(
              kind,
              random.nextInt(4),
              objects[random.nextInt(objects.length)],
              random.nextInt(6) == 0 ? random.nextLong() : random.nextInt(5),
              random.nextInt(3) == 0 ? "x=1 y=2" : null);
    }
    return trace.end();
  }
}
