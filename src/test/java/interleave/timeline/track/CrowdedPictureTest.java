package interleave.timeline.track;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.ProcessTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.sketch.Sketch;
import interleave.timeline.sketch.SketchQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where more is in sight than can be told apart. */
class CrowdedPictureTest {
  private static final PictureAreas FRAME = PictureAreas.of(1000, 500);
  private static final long MS = 1_000_000;
  private static final ThingRef LIT = new ThingRef.Message(1, 30);

  private final Sketch sketch = new Sketch(0, 1_000 * MS, false);
  private final View view = View.of(sketch, Viewport.of(0, 1_000 * MS), FRAME);

  CrowdedPictureTest() {
    int process = sketch.process("Busy", 1, 0, 1_000 * MS, new ProcessTrack.Exit(0, null));
    int one = sketch.lane(process, "one");
    int two = sketch.lane(process, "two");
    for (int i = 0; i < 8; i++) {
      sketch.lane(process, "between-" + i);
    }
    SketchQueue queue = sketch.queue("q");
    for (int i = 0; i < 34; i++) {
      queue.message("m" + i, one, (100 + 20 * i) * MS, two, (110 + 20 * i) * MS);
    }
  }

  private static Picture draw(View view) {
    return new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view);
  }

  private static List<Mark.Curve> arrows(Picture picture) {
    return picture.list().marks().stream()
        .filter(mark -> mark instanceof Mark.Curve curve && curve.head())
        .map(Mark.Curve.class::cast)
        .toList();
  }

  private static List<String> words(Picture picture) {
    return picture.list().marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .toList();
  }

  @Test
  void ofManyMessagesSomeHaveAnArrowAndHowManyIsTold() {
    Picture picture = draw(view);
    int drawn = arrows(picture).size();
    assertThat(drawn).isBetween(6, 16);
    assertThat(words(picture)).contains(drawn + " of 34 arrows");
    assertThat(arrows(picture)).allMatch(arrow -> arrow.role() == Role.MESSAGE_SOFT);
  }

  private static boolean isBead(Mark mark) {
    return mark instanceof Mark.Fill fill && fill.radius() == 10 && fill.h() == 20;
  }

  @Test
  void noArrowLeadsToAThreadThatServesAndIsFoldedAway() {
    int feeder = sketch.lane(0, "feeder", true);
    sketch.arrow(
        new Timeline.Arrow(Timeline.Arrow.Kind.START_THREAD, 0, 0, 500 * MS, feeder, 0, 500 * MS));
    View plain = view.withFolds(Folds.NONE.toggleArrows()).withSelection(new ThingRef.Lane(feeder));
    assertThat(draw(plain).list().marks()).noneMatch(Mark.Curve.class::isInstance);
    View unfolded = plain.withFolds(plain.folds().toggleServices(0));
    assertThat(draw(unfolded).list().marks()).anyMatch(Mark.Curve.class::isInstance);
  }

  @Test
  void whatIsInABeadAtTheEdgeCanBeRead() {
    sketch.queue("late").message("nothing more", 0, 990 * MS, 1, 998 * MS);
    Picture picture = draw(view);
    assertThat(picture.list().marks())
        .filteredOn(mark -> mark instanceof Mark.Text text && text.text().equals("nothing more"))
        .singleElement()
        .satisfies(
            mark -> {
              double half = TextMetrics.even().width(Face.CODE_SMALL, "nothing more") / 2;
              assertThat(((Mark.Text) mark).x() + half).isLessThan(FRAME.trackRight());
            });
  }

  @Test
  void noBeadLiesOnAnotherNorUnderAnArrow() {
    SketchQueue close = sketch.queue("close");
    for (int i = 0; i < 60; i++) {
      close.message("m" + i, 0, (100 + 5 * i) * MS, 1, (400 + 5 * i) * MS);
    }
    List<Mark> marks = draw(view.withSelection(LIT)).list().marks();
    List<double[]> places = new ArrayList<>();
    for (Mark mark : marks) {
      if (isBead(mark) && mark instanceof Mark.Fill fill) {
        places.add(new double[] {fill.x(), fill.x() + fill.w(), fill.y() + 10});
      } else if (mark instanceof Mark.Disc disc && disc.radius() == 3) {
        places.add(new double[] {disc.x() - 3, disc.x() + 3, disc.y()});
      }
    }
    assertThat(places).hasSizeGreaterThan(20);
    assertThat(marks.indexOf(marks.stream().filter(CrowdedPictureTest::isBead).findFirst().get()))
        .as("the first bead")
        .isGreaterThan(marks.lastIndexOf(arrows(draw(view.withSelection(LIT))).getLast()));
    places.sort(Comparator.<double[]>comparingDouble(each -> each[2]).thenComparing(e -> e[0]));
    for (int i = 1; i < places.size(); i++) {
      boolean sameRow = places.get(i)[2] == places.get(i - 1)[2];
      assertThat(!sameRow || places.get(i)[0] > places.get(i - 1)[1]).isTrue();
    }
  }

  @Test
  void whatIsPointedAtStandsOutAmongThem() {
    List<Mark.Curve> arrows = arrows(draw(view.withHover(new ThingRef.Message(0, 13))));
    assertThat(arrows).filteredOn(arrow -> arrow.role() == Role.MESSAGE).hasSize(1);
    assertThat(arrows(draw(view.withSelection(new ThingRef.Queue(0))))).hasSize(34);
  }

  @Test
  void theSwitchHidesAllButWhatIsSelected() {
    View hidden = view.withFolds(Folds.NONE.toggleArrows());
    assertThat(arrows(draw(hidden))).isEmpty();
    assertThat(words(draw(hidden))).contains("Arrows hidden");
    assertThat(arrows(draw(hidden.withSelection(new ThingRef.Message(0, 3))))).hasSize(1);
    Mark.Text told =
        draw(view).list().marks().stream()
            .filter(mark -> mark instanceof Mark.Text text && text.text().endsWith("arrows"))
            .map(Mark.Text.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(draw(view).hits().at(told.x() - 10, told.y()).part()).isEqualTo(Part.ARROWS);
  }

  @Test
  void nothingIsDrawnAboveTheRuler() {
    View scrolled =
        View.of(sketch, Viewport.of(0, 1_000 * MS).scrolled(120), PictureAreas.of(1000, 300));
    List<Mark> marks = draw(scrolled).list().marks();
    int cover = -1;
    int arrow = -1;
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i) instanceof Mark.Fill fill
          && fill.role() == Role.BACKGROUND
          && fill.x() == 0
          && fill.y() == 0
          && fill.w() == 1000
          && fill.h() == FRAME.bodyTop()) {
        cover = i;
      } else if (marks.get(i) instanceof Mark.Curve
          || marks.get(i) instanceof Mark.Line line && line.role() == Role.MESSAGE_SOFT) {
        arrow = i;
      }
    }
    assertThat(cover).isGreaterThan(arrow);
    assertThat(arrow).isPositive();
  }

  @Test
  void aForkIsAThinRibbonWithItsWordBesideTheCopy() {
    int child = sketch.process("Copy", 2, 500 * MS, 1_000 * MS, new ProcessTrack.Exit(0, null));
    int lane = sketch.lane(child, "main");
    sketch.arrow(
        new Timeline.Arrow(Timeline.Arrow.Kind.FORK, 0, 0, 500 * MS, lane, child, 500 * MS));
    Picture picture = draw(view);
    double y = new Space(view, picture.rows()).laneY(lane, child);
    assertThat(picture.list().marks())
        .anyMatch(
            mark ->
                mark instanceof Mark.Text text
                    && text.text().equals("fork")
                    && Math.abs(text.y() - y) < 1);
  }

  @Test
  void aLegendThatIsTooLongHasTwoLinesAndSaysWhatIsMissing() {
    View narrow = View.of(sketch, view.viewport(), PictureAreas.of(460, 700));
    for (int i = 0; i < 6; i++) {
      sketch.lock(0, "lock" + i).held(i, i * 10 * MS, 900 * MS, 0);
    }
    sketch.span(0, interleave.timeline.ThreadState.SLEEPING, 0, 90 * MS, "sleep");
    sketch.span(1, interleave.timeline.ThreadState.LOCK_WAIT, 0, 90 * MS, "wait");
    double bottom = 700 - PictureAreas.LEGEND;
    List<Mark.Text> legend =
        draw(narrow).list().marks().stream()
            .filter(mark -> mark instanceof Mark.Text text && text.y() > bottom)
            .map(Mark.Text.class::cast)
            .toList();
    assertThat(legend.stream().map(Mark.Text::y).distinct().count()).isGreaterThan(1);
    assertThat(legend).anyMatch(text -> text.text().startsWith("+ "));
    assertThat(legend)
        .filteredOn(text -> text.align() == Mark.Align.LEFT)
        .allMatch(
            text ->
                text.x() + TextMetrics.even().width(text.face(), text.text())
                    <= narrow.frame().trackRight());
  }
}
