package interleave.timeline.track;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Goldens;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.sketch.Sketch;
import interleave.timeline.sketch.Sketches;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final PictureAreas FRAME = PictureAreas.of(868, 640);

  private static View whole(Sketch sketch) {
    return View.of(sketch, Viewport.of(sketch.start(), sketch.now()), FRAME);
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
  void theQueueIsDrawnAsItAlwaysWas() {
    Goldens.compare("queue", draw(whole(Sketches.queue())).list().text());
  }

  @Test
  void theLostUpdateIsDrawnAsItAlwaysWas() {
    long t = Sketches.at(412.306) + 118;
    View view =
        View.of(Sketches.race(), Viewport.of(t, t + 2400), FRAME)
            .withSelection(Sketches.firstLostUpdate())
            .withPlayhead(t + 1440);
    Goldens.compare("race", draw(view).list().text());
  }

  @Test
  void theLockIsDrawnAsItAlwaysWas() {
    View view =
        View.of(Sketches.lock(), Viewport.of(Sketches.at(400), Sketches.at(400.012)), FRAME);
    Goldens.compare("lock", draw(view).list().text());
  }

  @Test
  void machinesAreDrawnAsTheyAlwaysWere() {
    Goldens.compare("hosts", draw(whole(Sketches.hosts())).list().text());
  }

  @Test
  void manyArrowsOfStartsArePaleButThoseOfAThreadThatIsPointedAt() {
    Sketch sketch = new Sketch(Sketches.at(0), Sketches.at(1000), false);
    int program = sketch.process("Program", 7, Sketches.at(0), Sketches.at(1000), null);
    int main = sketch.lane(program, "main");
    for (int i = 0; i < 20; i++) {
      int lane = sketch.lane(program, "worker-" + i);
      long at = Sketches.at(20 + i * 45);
      sketch.arrow(
          new Timeline.Arrow(
              Timeline.Arrow.Kind.START_THREAD, main, program, at, lane, program, at + 1));
    }
    View view = whole(sketch);
    assertThat(curves(draw(view))).hasSizeGreaterThan(9).containsOnly(Role.START_SOFT);
    assertThat(curves(draw(view.withHover(new ThingRef.Lane(3)))))
        .contains(Role.JOINING, Role.START_SOFT);
  }

  private static List<Role> curves(Picture picture) {
    return picture.list().marks().stream()
        .filter(Mark.Curve.class::isInstance)
        .map(mark -> ((Mark.Curve) mark).role())
        .toList();
  }

  @Test
  void theLegendListsOnlyWhatIsInSight() {
    assertThat(words(draw(whole(Sketches.queue()))))
        .contains(
            "Running, ready, or a wait not traced", "Sleeping", "Waiting for a queue", "Joining")
        .doesNotContain("Waiting for a lock", "Holding a lock", "Input and output");
  }

  @Test
  void outputChipsDoNotOverlap() {
    Picture picture = draw(whole(Sketches.pool()));
    List<Mark.Fill> chips = new ArrayList<>();
    for (Mark mark : picture.list().marks()) {
      if (mark instanceof Mark.Fill fill && fill.role() == Role.CHIP && fill.h() == 16) {
        chips.add(fill);
      }
    }
    assertThat(chips).hasSizeGreaterThan(5);
    for (Mark.Fill one : chips) {
      for (Mark.Fill other : chips) {
        boolean apart =
            one == other
                || one.y() != other.y()
                || one.x() + one.w() <= other.x()
                || other.x() + other.w() <= one.x();
        assertThat(apart).isTrue();
      }
    }
  }

  @Test
  void namesCoverWhatTracksDrawBeyondTheirEdge() {
    long t = Sketches.at(700);
    List<Mark> marks =
        draw(View.of(Sketches.queue(), Viewport.of(t, t + 900_000_000), FRAME)).list().marks();
    int track = -1;
    int cover = -1;
    int name = -1;
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i) instanceof Mark.Fill fill
          && fill.role() == Role.SLEEPING
          && fill.h() == LaneTrack.BOX) {
        track = i;
      } else if (marks.get(i) instanceof Mark.Fill fill
          && fill.role() == Role.BACKGROUND
          && fill.x() == 0
          && fill.y() == FRAME.bodyTop()) {
        cover = i;
      } else if (marks.get(i) instanceof Mark.Text words && words.text().equals("MainThread")) {
        name = i;
      }
    }
    assertThat(track).isPositive().isLessThan(cover);
    assertThat(cover).isLessThan(name);
  }

  @Test
  void spansBeadsAccessesAndHeadersAreHit() {
    Sketch queue = Sketches.queue();
    Picture picture = draw(whole(queue));
    Space space = new Space(whole(queue), picture.rows());
    double lane = space.laneY(1, 1);
    Hit span = picture.hits().at(space.x(Sketches.at(700)), lane);
    assertThat(span).isEqualTo(Hit.of(Part.SPAN, new ThingRef.Span(1, Sketches.at(500))));
    Mark.Text bead = find(picture, "B");
    assertThat(picture.hits().at(bead.x(), bead.y()))
        .isEqualTo(Hit.of(Part.BEAD, new ThingRef.Message(0, 1)));
    Mark.Text header = find(picture, "Writer");
    assertThat(picture.hits().at(header.x() + 5, header.y()).part()).isEqualTo(Part.HEADER);
    assertThat(picture.hits().at(FRAME.left() + 15, header.y()))
        .isEqualTo(new Hit(Part.TRIANGLE, null, 1));
    assertThat(picture.hits().at(400, 5).part()).isEqualTo(Part.OVERVIEW);
    assertThat(picture.hits().at(400, FRAME.bodyTop() - 5).part()).isEqualTo(Part.RULER);
    Mark.Text chip = find(picture, "Get C");
    assertThat(picture.hits().at(chip.x() + 3, chip.y()).thing()).isEqualTo(new ThingRef.Line(7));
  }

  @Test
  void holdsAndAccessesAreHit() {
    View view =
        View.of(Sketches.lock(), Viewport.of(Sketches.at(400), Sketches.at(400.012)), FRAME);
    Picture picture = draw(view);
    Mark.Disc access =
        picture.list().marks().stream()
            .filter(Mark.Disc.class::isInstance)
            .map(Mark.Disc.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(picture.hits().at(access.x(), access.y()))
        .isEqualTo(Hit.of(Part.ACCESS, new ThingRef.Access(0, 0)));
    Space space = new Space(view, picture.rows());
    double y = space.top(space.row(LockBand.NAME, 0)) + 20;
    long start = view.timeline().locks().getFirst().holds().start(1);
    assertThat(picture.hits().at(space.x(start + 500), y))
        .isEqualTo(Hit.of(Part.HOLD, new ThingRef.Hold(0, start)));
  }

  @Test
  void thePlayheadAndTheBrushAreHit() {
    long t = Sketches.at(1000);
    Sketch queue = Sketches.queue();
    View view = View.of(queue, Viewport.of(t, t + 200_000_000), FRAME).withPlayhead(t + 80_000_000);
    Picture picture = draw(view);
    double x = new Space(view, picture.rows()).x(view.playhead());
    assertThat(picture.hits().at(x, PictureAreas.OVERVIEW).part()).isEqualTo(Part.PLAYHEAD);
    double brush = FRAME.overview(queue.start(), queue.now(), AxisBreak.NONE).x(t + 100_000_000);
    assertThat(picture.hits().at(brush, 8).part()).isEqualTo(Part.OVERVIEW_BRUSH);
  }

  @Test
  void aTrackThatThrowsPaintsItsErrorAndLeavesTheOthersAlone() {
    TrackKind broken =
        new TrackKind(LaneTrack.NAME) {
          @Override
          public List<Place> places(Timeline timeline, Folds folds) {
            return LaneTrack.KIND.places(timeline, folds);
          }

          @Override
          public double height(Timeline timeline, int index, Folds folds) {
            return LaneTrack.KIND.height(timeline, index, folds);
          }

          @Override
          public void draw(View view, Space space, Slot slot, Brush brush) {
            brush.tracks(0, 0, 5, 5);
            throw new IllegalStateException("on purpose");
          }
        };
    TrackKinds kinds = new TrackKinds(List.of(ProcessHeader.KIND, broken, QueueBand.KIND));
    Picture picture = new TimelineDrawing(kinds, TextMetrics.even()).draw(whole(Sketches.queue()));
    assertThat(words(picture)).anyMatch(text -> text.contains("on purpose"));
    assertThat(words(picture)).contains("Queue q", "Writer");
  }

  @Test
  void lostEventsAreAGapThatSaysHowMany() {
    Sketch sketch = Sketches.queue();
    sketch.gap(1, Sketches.at(700), Sketches.at(800), 400);
    sketch.gap(1, Sketches.at(700), Sketches.at(900), 834);
    sketch.gap(2, Sketches.at(1500), Sketches.at(1501), 7);
    assertThat(words(draw(whole(sketch))))
        .contains("1 234 events lost", "7 events lost", "Events lost");
  }

  @Test
  void anEmptyTimelineIsDrawn() {
    Sketch empty = new Sketch(Sketches.at(0), Sketches.at(0), true);
    assertThat(words(draw(View.of(empty, Viewport.of(empty.start(), empty.now() + 1000), FRAME))))
        .contains("Processes and threads");
  }

  @Test
  void onlyRowsInSightAreDrawnOfThousands() {
    Sketch crowd = Sketches.crowd(3000, 20);
    Picture picture = draw(whole(crowd));
    assertThat(picture.list().marks()).hasSizeLessThan(3_000);
    long lanes = words(picture).stream().filter(text -> text.startsWith("worker-")).count();
    assertThat(lanes).isLessThan(40);
  }

  @Test
  void hoveringALockLightsItInEveryLane() {
    View view =
        View.of(Sketches.lock(), Viewport.of(Sketches.at(400), Sketches.at(400.012)), FRAME);
    long before = lit(draw(view));
    long after = lit(draw(view.withHover(new ThingRef.Lock(0))));
    assertThat(after).isGreaterThan(before + 4);
  }

  private static long lit(Picture picture) {
    return picture.list().marks().stream()
        .filter(
            mark ->
                mark instanceof Mark.Outline outline && outline.role() == Role.ACCENT
                    || mark instanceof Mark.Fill fill && fill.role() == Role.ACCENT)
        .count();
  }

  @Test
  void everyThingHasSomethingToTell() {
    Sketch queue = Sketches.queue();
    for (ThingRef thing :
        List.of(
            new ThingRef.Process(2),
            new ThingRef.Lane(0),
            new ThingRef.Span(0, queue.start()),
            new ThingRef.Queue(0),
            new ThingRef.Message(0, 0),
            new ThingRef.Line(0))) {
      assertThat(TrackKinds.STANDARD.tooltip(queue, thing)).describedAs("" + thing).isNotEmpty();
    }
    assertThat(TrackKinds.STANDARD.tooltip(queue, new ThingRef.Message(0, 1)))
        .contains("in the queue 81 ms");
    assertThat(TrackKinds.STANDARD.tooltip(Sketches.race(), Sketches.firstLostUpdate()).getFirst())
        .isEqualTo("Lost update 1 of 41");
  }

  @Test
  void zoomingFarAndDeepNeverFails() {
    List<Sketch> sketches =
        List.of(Sketches.queue(), Sketches.lock(), Sketches.race(), Sketches.pool());
    for (Sketch sketch : sketches) {
      for (double length = Viewport.SHORTEST; length < 1e12; length *= 5) {
        for (long at : new long[] {sketch.start(), Sketches.at(400), sketch.now()}) {
          Viewport window = new Viewport(at, 0.5, length, 0).pan(-length / 2);
          Picture picture = draw(View.of(sketch, window, FRAME).withPlayhead(at));
          assertThat(words(picture)).noneMatch(text -> text.contains("cannot be drawn"));
          assertThat(picture.list().marks()).hasSizeLessThan(10_000);
        }
      }
    }
  }

  private static Mark.Text find(Picture picture, String text) {
    return picture.list().marks().stream()
        .filter(mark -> mark instanceof Mark.Text words && words.text().equals(text))
        .map(Mark.Text.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
