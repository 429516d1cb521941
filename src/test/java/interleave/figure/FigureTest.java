package interleave.figure;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.Timeline;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Mark;
import interleave.timeline.layout.Folds;
import interleave.timeline.picture.FigurePart;
import interleave.timeline.range.TimeRange;
import interleave.timeline.sketch.Sketches;
import interleave.words.Language;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FigureTest {
  private final Timeline queue = Sketches.queue();

  private static List<String> words(DisplayList list) {
    return list.marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .toList();
  }

  private DisplayList whole(FigureOptions options) {
    return Figures.of(queue, options).whole();
  }

  @Test
  void whatItHasBesideItsRowsIsChosen() {
    DisplayList all = whole(FigureOptions.USUAL.with(FigurePart.FOOTER, true));
    DisplayList bare = whole(FigureOptions.USUAL.with(Set.of()));
    assertThat(words(all))
        .contains("Queue", "What one thread puts the other takes.", "values: A, B, C", "Stage")
        .contains("Interleave, Linux, 2 processors", "29 November 2026", "Sleeping");
    assertThat(words(bare))
        .contains("main")
        .doesNotContain("Queue", "values: A, B, C", "Stage", "29 November 2026", "Sleeping");
    assertThat(bare.height()).isLessThan(all.height() - 200);
    assertThat(all.text()).contains(" RED");
    assertThat(bare.marks()).noneMatch(FigureTest::isPlayhead);
  }

  private static boolean isPlayhead(Mark mark) {
    return mark instanceof Mark.Line line && line.role().name().equals("RED") && line.y1() < 60;
  }

  @Test
  void arrowsOfWhatHappensBeforeWhatAreThereWhereTheyAreAskedForAndInTheLegend() {
    assertThat(words(whole(FigureOptions.USUAL))).doesNotContain("Happens before");
    assertThat(words(whole(FigureOptions.USUAL.ordered(true)))).contains("Happens before");
    FigureSubject about =
        Figures.of(queue, FigureOptions.USUAL)
            .subject()
            .seen(Folds.NONE.leading("order"), Timeline.OPEN, null, null);
    assertThat(words(drawn(about, FigureOptions.USUAL))).contains("Happens before");
    assertThat(words(drawn(about, FigureOptions.USUAL.ordered(false))))
        .doesNotContain("Happens before");
  }

  private DisplayList drawn(FigureSubject subject, FigureOptions options) {
    return new Figure(subject, options, Figures.of(queue, options).type()).whole();
  }

  @Test
  void theRangeIsExactlyWhatItShows() {
    TimeRange range = new TimeRange(Sketches.at(980), Sketches.at(1061));
    Figure figure = Figures.of(queue, FigureOptions.USUAL.in(range));
    assertThat(figure.shown()).isEqualTo(range);
    assertThat(words(figure.whole())).noneMatch(text -> text.equals("400 ms"));
    assertThat(words(whole(FigureOptions.USUAL))).anyMatch(text -> text.equals("400 ms"));
  }

  @Test
  void threadsThatAreNotChosenAreLeftOutAndAllElseStays() {
    List<String> some = words(whole(FigureOptions.USUAL.of(Set.of(0)).with(Set.of())));
    List<String> all = words(whole(FigureOptions.USUAL.with(Set.of())));
    assertThat(all).contains("MainThread", "main", "Queue q");
    assertThat(some).contains("MainThread", "Queue q").doesNotContain("main");
  }

  @Test
  void aWidthInMillimetresIsThatOfPrint() {
    Paper paper = Paper.USUAL.wide(160, Paper.Unit.MM);
    assertThat(paper.pixels()).isCloseTo(604.7, org.assertj.core.data.Offset.offset(0.1));
    assertThat(whole(FigureOptions.USUAL.on(paper)).width()).isEqualTo(605);
  }

  @Test
  void aLongRunIsDividedIntoStripsBelowEachOther() {
    FigureOptions bare = FigureOptions.USUAL.with(Set.of());
    DisplayList one = whole(bare);
    DisplayList three = whole(bare.on(Paper.USUAL.in(3)));
    assertThat(three.height()).isGreaterThan(2.5 * one.height());
    assertThat(Figures.of(queue, bare.on(Paper.USUAL.in(3))).pages(0)).hasSize(3);
  }

  @Test
  void rowsThatDoNotFitOnAPageGoOnOnTheNextWithTheRulerAgain() {
    Figure figure = Figures.of(Sketches.crowd(60, 3), FigureOptions.USUAL);
    List<DisplayList> pages = figure.pages(700);
    assertThat(pages).hasSizeGreaterThan(2);
    assertThat(pages.subList(0, pages.size() - 1))
        .allMatch(page -> page.height() <= 700 && page.height() > 500);
    assertThat(pages).allMatch(page -> words(page).contains("Processes and threads"));
    List<String> threads =
        pages.stream().flatMap(page -> words(page).stream()).filter("Queue"::equals).toList();
    assertThat(threads).as("the title, once").hasSize(1);
    assertThat(figure.pages(0)).hasSize(1);
  }

  @Test
  void theHeaderOfAProcessIsOnThePageOfItsThreads() {
    Figure figure = Figures.of(queue, FigureOptions.USUAL.with(Set.of()));
    for (int height = 200; height < 420; height += 12) {
      List<DisplayList> pages = figure.pages(height);
      for (DisplayList page : pages) {
        List<String> words = words(page);
        if (words.contains("Writer") || words.contains("Reader")) {
          assertThat(words).as("height " + height).contains("main");
        }
      }
    }
  }

  @Test
  void theLegendOfAPrintedFigureIsWhole() {
    DisplayList narrow =
        whole(
            FigureOptions.USUAL
                .on(Paper.USUAL.wide(330, Paper.Unit.PX))
                .with(Set.of(FigurePart.LEGEND)));
    assertThat(words(narrow))
        .contains("Sleeping", "Running, ready, or a wait not traced")
        .noneMatch(text -> text.matches("\\+ \\d+"));
  }

  @Test
  void aLanguageThatNoFontHereHasIsNotDrawnAsBoxes() {
    Figure figure = Figures.of(queue, FigureOptions.USUAL.in(Language.CHINESE));
    assertThat(figure.language()).isEqualTo(Language.ENGLISH);
    assertThat(words(figure.whole())).contains("Processes and threads");
  }

  @Test
  void theSameRunGivesTheSameMarks() {
    assertThat(whole(FigureOptions.USUAL).text()).isEqualTo(whole(FigureOptions.USUAL).text());
  }
}
