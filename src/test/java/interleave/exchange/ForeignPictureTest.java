package interleave.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.Timeline;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.FigureCaption;
import interleave.timeline.picture.FigureDrawing;
import interleave.timeline.picture.FigurePart;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How files of other tools look. */
class ForeignPictureTest {
  private static final TextMetrics EVEN = TextMetrics.even();

  @TempDir Path folder;

  private static View view(Timeline timeline) {
    return View.of(
        timeline, Viewport.of(timeline.start(), timeline.now()), PictureAreas.of(1200, 2000));
  }

  private static List<Mark> marks(View view) {
    return new TimelineDrawing(TrackKinds.STANDARD, EVEN).draw(view).list().marks();
  }

  private static List<Mark.Text> texts(List<Mark> marks) {
    return marks.stream().filter(Mark.Text.class::isInstance).map(Mark.Text.class::cast).toList();
  }

  private static Mark.Text text(List<Mark> marks, String text) {
    return texts(marks).stream().filter(each -> each.text().equals(text)).findFirst().orElseThrow();
  }

  @Test
  void theBadgeOfADeadlockThatWasSeenCoversNoWords() throws IOException {
    Timeline timeline = OpenedFiles.resource("dump/jstack-le-17.txt").timeline();
    List<Mark> marks = marks(view(timeline));
    Mark.Text badge = text(marks, "Deadlock");
    Mark.Text words =
        texts(marks).stream()
            .filter(each -> Math.abs(each.y() - badge.y()) < 3 && each.text().startsWith("waits"))
            .findFirst()
            .orElseThrow();
    assertThat(badge.x()).isGreaterThan(words.x() + EVEN.width(words.face(), words.text()));
  }

  @Test
  void aPipeIsNotOpenBeforeItIsThere() throws IOException {
    Timeline timeline = OpenedFiles.resource("strace/c.strace").timeline();
    assertThat(timeline.pipes()).isNotEmpty();
    List<Mark> before = marks(view(timeline).withPlayhead(timeline.start()));
    assertThat(texts(before)).extracting(Mark.Text::text).contains("not there yet");
    assertThat(texts(before)).extracting(Mark.Text::text).doesNotContain("0 B so far");
  }

  @Test
  void aFutexAtWhichNobodyWaitsNowTellsHowOftenSomebodyDid() throws IOException {
    Timeline timeline = OpenedFiles.resource("strace/go.strace").timeline();
    assertThat(timeline.synchronizers()).isNotEmpty();
    List<Mark> before = marks(view(timeline).withPlayhead(timeline.start()));
    assertThat(texts(before)).extracting(Mark.Text::text).doesNotContain("0 waiting");
    assertThat(texts(before)).anyMatch(each -> each.text().matches("\\d+ waits? in all"));
  }

  @Test
  void aFigureOfVeryManyRowsEndsWithASentenceOnTheRest() throws IOException {
    StringBuilder text = new StringBuilder("[");
    for (int i = 1; i <= 300; i++) {
      text.append(i == 1 ? "" : ",")
          .append(
              "{\"ph\":\"X\",\"pid\":%d,\"tid\":%d,\"ts\":%d,\"dur\":5,\"name\":\"s\"}"
                  .formatted(1 + i % 5, i, i));
    }
    Timeline timeline = OpenedFiles.text(folder, "many.json", text + "]").timeline();
    FigureDrawing drawing =
        new FigureDrawing(
            EVEN,
            new FigureCaption("many", "", List.of(), List.of()),
            EnumSet.of(FigurePart.TITLE));
    View view =
        View.of(
            timeline, Viewport.of(timeline.start(), timeline.now()), PictureAreas.of(1200, 3000));
    DisplayList list = drawing.draw(view).list();
    assertThat(list.height()).isLessThan(3300);
    assertThat(texts(list.marks()))
        .anyMatch(each -> each.text().matches("\\d+ more rows have no room here: .*"));
  }
}
