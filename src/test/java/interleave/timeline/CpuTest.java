package interleave.timeline;

import static interleave.event.EventKind.CHILD_EXIT;
import static interleave.event.EventKind.CHILD_START;
import static interleave.event.EventKind.CPU_SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import interleave.timeline.draw.Goldens;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.explain.Explanation;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Rows;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.range.Inquiry;
import interleave.timeline.search.Found;
import interleave.timeline.statistics.Cell;
import interleave.timeline.statistics.Sheet;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import interleave.words.Language;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The processor time of processes, as the engine takes it from outside. */
class CpuTest {
  private static final long MS = 1_000_000;
  private static final int PID = 7;
  private static final TrackKinds KINDS = TrackKinds.STANDARD;

  private final Trace trace = new Trace();

  private void used(int pid, long at, long ms) {
    trace.gil(at * MS, CPU_SAMPLE, pid, ms * MS);
  }

  /** Busy with one core, then with two, then idle. */
  private Timeline timeline() {
    trace.engine(0, CHILD_START, 0, PID, "Worker");
    trace.engine(0, CHILD_START, 0, PID + 1, "Sleeper");
    used(PID, 500, 500);
    used(PID, 1000, 1500);
    used(PID, 1500, 1500);
    used(PID + 1, 500, 10);
    used(PID + 1, 1500, 10);
    trace.engine(1600 * MS, CHILD_EXIT, 0, PID, null);
    trace.engine(1600 * MS, CHILD_EXIT, 0, PID + 1, null);
    return trace.end();
  }

  @Test
  void aShareLiesBetweenTwoSamplesAndTheFirstIsCountedFromTheStart() {
    CpuTrack cpu = CpuTrack.of(timeline(), 0);
    assertThat(cpu.usedNs()).isEqualTo(1500 * MS);
    assertThat(cpu.usedNs(250 * MS)).isCloseTo(250 * MS, within(1.0));
    assertThat(cpu.share(0, 500 * MS)).isCloseTo(1, within(1e-6));
    assertThat(cpu.share(500 * MS, 1000 * MS)).isCloseTo(2, within(1e-6));
    assertThat(cpu.share(1000 * MS, 1500 * MS)).isZero();
    assertThat(cpu.share()).isCloseTo(1, within(1e-6));
    assertThat(cpu.most()).isCloseTo(2, within(1e-6));
    assertThat(cpu.end()).isEqualTo(1500 * MS);
  }

  @Test
  void aTimelineWithoutSamplesHasNone() {
    trace.engine(0, CHILD_START, 0, PID, "Worker");
    Timeline timeline = trace.end();
    assertThat(CpuTrack.all(timeline)).isEmpty();
    assertThat(CpuTrack.of(timeline, 0)).isNull();
    assertThat(KINDS.tooltip(timeline, new ThingRef.Cpu(0))).isEmpty();
    assertThat(Explanation.sentence(timeline, new ThingRef.Cpu(0))).isEmpty();
  }

  @Test
  void itIsDrawnBelowTheHeaderOfAProcessThatRanForAWhile() {
    Timeline timeline = timeline();
    View view =
        View.of(timeline, Viewport.of(0, 1600 * MS), PictureAreas.of(868, 320))
            .withPlayhead(700 * MS);
    var picture = new TimelineDrawing(KINDS, TextMetrics.even()).draw(view);
    Goldens.compare("cpu", picture.list().text());
    assertThat(picture.rows().all())
        .extracting(row -> row.key())
        .containsExactly("process 0", "cpu 0", "process 1");
    double y = view.frame().bodyTop() + picture.rows().find("cpu", 0).middle();
    assertThat(picture.hits().at(500, y)).isEqualTo(Hit.of(Part.TRACK, new ThingRef.Cpu(0)));
  }

  @Test
  void ofVeryManySamplesSlicesAreDrawn() {
    trace.engine(0, CHILD_START, 0, PID, "Worker");
    for (int i = 1; i <= 20_000; i++) {
      used(PID, i * 100L, i * 50L);
    }
    Timeline timeline = trace.end();
    View view = View.of(timeline, Viewport.of(0, timeline.now()), PictureAreas.of(868, 320));
    var marks = new TimelineDrawing(KINDS, TextMetrics.even()).draw(view).list();
    assertThat(marks.text().length()).isLessThan(100_000);
  }

  @Test
  void itFoldsWithItsProcess() {
    Timeline timeline = timeline();
    Folds folded = Folds.NONE.toggleProcess(0);
    assertThat(Rows.of(timeline, folded, KINDS.kinds()).find("cpu", 0)).isNull();
  }

  @Test
  void itIsToldInWords() {
    Timeline timeline = timeline();
    assertThat(Explanation.sentence(timeline, new ThingRef.Cpu(0)))
        .isEqualTo(
            "Worker kept 100 % of a core busy on average: it used 1.5 s of processor time in 1.5 s."
                + " At its busiest it was 2.0 cores.");
    assertThat(KINDS.tooltip(timeline, new ThingRef.Cpu(0)))
        .startsWith("CPU of Worker", "1.5 s used", "at its busiest 2.0 cores");
    Language.use(Language.CHINESE);
    assertThat(Explanation.sentence(timeline, new ThingRef.Cpu(0)))
        .isEqualTo("Worker 平均占用一个核心的 100 %：在 1.5 s 内用了 1.5 s 的处理器时间，最忙时为 2.0 个核心。");
  }

  @Test
  void itIsFoundAndHasFigures() {
    Timeline timeline = timeline();
    Found found = KINDS.search(timeline).find("cpu of worker", 5, () -> false);
    assertThat(found.hits()).extracting(Found.Hit::thing).containsExactly(new ThingRef.Cpu(0));
    Sheet sheet = KINDS.sheets(Inquiry.whole(timeline)).getLast();
    assertThat(sheet.title()).isEqualTo("Processor time");
    assertThat(sheet.rows())
        .extracting(row -> row.cells().stream().map(Cell::text).toList())
        .contains(List.of("Sleeper 8", "10 ms", "1.5 s", "1 % of a core", "2 % of a core"));
  }

  @AfterEach
  void speakEnglishAgain() {
    Language.use(Language.ENGLISH);
  }
}
