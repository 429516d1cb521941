package interleave.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.Timeline;
import interleave.timeline.critical.PathFinder;
import interleave.timeline.events.EventRow;
import interleave.timeline.explain.Paths;
import interleave.timeline.range.Inquiry;
import interleave.timeline.statistics.Cell;
import interleave.timeline.statistics.Sheet;
import interleave.timeline.track.TrackKinds;
import interleave.view.inspector.TimeByState;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What panes tell of files of other tools is what these tell, and no more. */
class PanesOfFilesTest {
  private static Timeline opened(String file) throws IOException {
    return OpenedFiles.of(OpenedFiles.path(file)).timeline();
  }

  private static List<String> events(Timeline timeline) {
    return TrackKinds.STANDARD
        .events(timeline)
        .in(timeline.start(), timeline.now() + 1, 1000)
        .stream()
        .map(EventRow::text)
        .toList();
  }

  private static List<Sheet> sheets(Timeline timeline) {
    return TrackKinds.STANDARD.sheets(Inquiry.whole(timeline));
  }

  @Test
  void aDumpTellsOfMomentsAndOfNoTimes() throws IOException {
    Timeline dump = opened("dump/jstack-le-17.txt");
    assertThat(events(dump))
        .contains("process Java")
        .noneMatch(text -> text.contains("not told") || text.contains("starts"));
    assertThat(sheets(dump)).noneMatch(sheet -> sheet.id().equals("threads") && sheet.all() > 0);
    assertThat(TimeByState.of(dump, 8)).isEmpty();
    Sheet seen =
        sheets(dump).stream().filter(each -> each.id().equals("seen")).findFirst().orElseThrow();
    assertThat(seen.columns())
        .extracting(Sheet.Column::title)
        .containsExactly(
            "thread",
            "last seen at",
            "times seen",
            "runnable",
            "blocked",
            "waiting",
            "sleeping",
            "parked");
    assertThat(seen.rows().getFirst().cells())
        .extracting(Cell::text)
        .startsWith("main", "Bank.java:64", "1");
  }

  @Test
  void ofThreadsThatHaveSlicesOnlyNoTimeInStatesIsTold() throws IOException {
    Timeline trace = opened("chrome/chromium-156.json");
    assertThat(events(trace)).noneMatch(text -> text.contains("something that is not told"));
    assertThat(TimeByState.of(trace, 8)).isEmpty();
    Sheet threads =
        sheets(trace).stream()
            .filter(each -> each.id().equals("threads"))
            .findFirst()
            .orElseThrow();
    assertThat(threads.columns())
        .extracting(Sheet.Column::title)
        .containsExactly("thread", "lived", "not told");
  }

  @Test
  void aPathOverWhatNobodyTellsSaysSo() throws IOException {
    Timeline trace = opened("chrome/chromium-156.json");
    String said = Paths.sentence(trace, PathFinder.of(Inquiry.whole(trace)));
    assertThat(said).contains("nothing is told of what the threads did");
  }
}
