package interleave.timeline.layout;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.Timeline;
import interleave.timeline.sketch.Sketch;
import interleave.timeline.sketch.Sketches;
import interleave.timeline.track.TrackKinds;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static Rows rows(Timeline timeline, Folds folds) {
    return Rows.of(timeline, folds, TrackKinds.STANDARD.kinds());
  }

  private static List<String> keys(Timeline timeline, Folds folds) {
    return rows(timeline, folds).all().stream().map(Row::key).toList();
  }

  @Test
  void aQueueStandsBetweenWriterAndReader() {
    assertThat(keys(Sketches.queue(), Folds.NONE))
        .containsExactly(
            "process 0",
            "lane 0",
            "process 1",
            "lane 1",
            "queue 0",
            "process 2",
            "lane 2",
            "output 0");
  }

  @Test
  void locksAndVariablesStandBelowTheThreadsOfTheirProcess() {
    assertThat(keys(Sketches.lock(), Folds.NONE))
        .containsExactly("process 0", "lane 0", "lane 1", "lock 0", "variable 0");
  }

  @Test
  void whatARunIsAboutStandsDirectlyBelowItsThreads() {
    assertThat(led(Sketches.lock(), "variable"))
        .containsExactly("process 0", "lane 0", "lane 1", "variable 0", "lock 0");
    assertThat(led(Sketches.queue(), "queue")).isEqualTo(keys(Sketches.queue(), Folds.NONE));
    assertThat(led(Sketches.lock(), "pool")).isEqualTo(keys(Sketches.lock(), Folds.NONE));
  }

  private static List<String> led(Timeline timeline, String leading) {
    return TrackKinds.STANDARD.rows(timeline, Folds.NONE.leading(leading)).all().stream()
        .map(Row::key)
        .toList();
  }

  @Test
  void aCollapsedProcessKeepsItsHeaderOnly() {
    assertThat(keys(Sketches.lock(), Folds.NONE.toggleProcess(0))).containsExactly("process 0");
    assertThat(keys(Sketches.queue(), Folds.NONE.toggleProcess(1)))
        .doesNotContain("lane 1")
        .contains("queue 0");
  }

  @Test
  void serviceThreadsShowOnDemand() {
    assertThat(keys(Sketches.queue(), Folds.NONE)).doesNotContain("lane 3");
    assertThat(keys(Sketches.queue(), Folds.NONE.toggleServices(1))).contains("lane 3");
  }

  @Test
  void foldingTwiceChangesNothing() {
    Folds folds = Folds.NONE.toggleProcess(2);
    assertThat(folds.toggleProcess(1).toggleProcess(1)).isEqualTo(folds);
  }

  @Test
  void rowsDoNotOverlap() {
    for (Sketch sketch : List.of(Sketches.queue(), Sketches.lock(), Sketches.pool())) {
      double bottom = 0;
      for (Row row : rows(sketch, Folds.NONE).all()) {
        assertThat(row.top()).isGreaterThanOrEqualTo(bottom);
        bottom = row.bottom();
      }
    }
  }

  @Test
  void theRowsInSightAreFoundAmongThousands() {
    Rows rows = rows(Sketches.crowd(5000, 1), Folds.NONE);
    List<Row> seen = rows.between(60_000, 60_300);
    assertThat(seen).hasSizeBetween(10, 12);
    assertThat(seen.getFirst().bottom()).isGreaterThan(60_000);
    assertThat(seen.getFirst().top()).isLessThanOrEqualTo(60_000);
    assertThat(rows.at(60_000)).isEqualTo(seen.getFirst());
    assertThat(rows.at(-1)).isNull();
    assertThat(rows.at(1e9)).isNull();
  }

  @Test
  void chipsTouchNoOther() {
    ChipRows chips = new ChipRows(2, 5);
    assertThat(chips.place(0, 50)).isEqualTo(0);
    assertThat(chips.place(10, 50)).isEqualTo(1);
    assertThat(chips.place(20, 50)).isEqualTo(-1);
    assertThat(chips.place(56, 10)).isEqualTo(0);
    assertThat(chips.used()).isEqualTo(2);
  }
}
