package interleave.timeline.track;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.ThingGroup;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.explain.Explanation;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Rows;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of things of each sort: which rows they have, what is written there, what opens them.
 */
class FoldRowsTest {
  private static final int MANY = 60;
  private static final long LENGTH = 200_000;
  private final Trace trace = new Trace();
  private final Trace.Process process = trace.process(1, "P");
  private final Trace.Thread main = process.thread(1, "main").at(1).event(EventKind.THREAD_BEGIN);

  private static Rows rows(Timeline timeline, Folds folds) {
    return Rows.of(timeline, folds, TrackKinds.STANDARD.kinds());
  }

  private static List<String> keys(Timeline timeline, Folds folds, String kind) {
    return rows(timeline, folds).all().stream()
        .map(Row::key)
        .filter(key -> key.startsWith(kind + " "))
        .toList();
  }

  private static Picture picture(Timeline timeline, Folds folds) {
    View view =
        View.of(timeline, Viewport.of(0, LENGTH), PictureAreas.of(1200, 4000)).withFolds(folds);
    return new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view);
  }

  private static List<String> words(Timeline timeline, Folds folds) {
    return picture(timeline, folds).list().marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .toList();
  }

  private static ThingGroup group(Timeline timeline, Sort sort) {
    return timeline.groups().stream().filter(g -> g.sort() == sort).findFirst().orElseThrow();
  }

  private void assertFolds(Timeline timeline, Sort sort, String kind, ThingRef one) {
    int index = group(timeline, sort).index();
    assertThat(keys(timeline, Folds.NONE, kind)).hasSize(ThingGroup.FIRST);
    assertThat(rows(timeline, Folds.NONE).find("group", index)).isNotNull();
    Folds opened = TrackKinds.STANDARD.click(Folds.NONE, new Hit(Part.GROUP, null, index));
    assertThat(keys(timeline, opened, kind)).hasSize(50);
    Folds all = TrackKinds.STANDARD.click(opened, new Hit(Part.MORE_THINGS, null, index));
    assertThat(keys(timeline, all, kind)).hasSize(MANY);
    Folds found = TrackKinds.STANDARD.reveal(timeline, Folds.NONE, one);
    assertThat(keys(timeline, found, kind)).hasSize(ThingGroup.FIRST + 1);
    assertThat(Explanation.sentence(timeline, new ThingRef.Group(index))).startsWith(MANY + " ");
    assertThat(Explanation.sentence(timeline, new ThingRef.GroupMoment(index, 1000))).isNotBlank();
    assertThat(TrackKinds.STANDARD.tooltip(timeline, new ThingRef.Group(index))).isNotEmpty();
  }

  @Test
  void queues() {
    for (int i = 0; i < MANY; i++) {
      int queue = process.object(ObjectType.QUEUE, 0, "P.queue" + i);
      main.at(100 * i + 10).event(EventKind.PUT, 0, queue, 1, "m");
      main.at(100 * i + 60).event(EventKind.GET, queue, 1);
    }
    Timeline timeline = trace.end();
    assertFolds(timeline, Sort.QUEUE, "queue", new ThingRef.Queue(44));
    assertThat(words(timeline, Folds.NONE)).contains("60 queues", "and 55 more queues");
  }

  @Test
  void variables() {
    for (int i = 0; i < MANY; i++) {
      int variable = process.object(ObjectType.VARIABLE, 0, "P.variable" + i);
      main.at(100 * i + 10).reads(variable, 0).writes(variable, 1);
    }
    Timeline timeline = trace.end();
    assertFolds(timeline, Sort.VARIABLE, "variable", new ThingRef.Access(44, 0));
    assertThat(words(timeline, Folds.NONE)).contains("60 variables", "60 reads, 60 writes");
  }

  @Test
  void synchronizers() {
    for (int i = 0; i < MANY; i++) {
      int latch = process.object(ObjectType.LATCH, 0, "P.latch" + i);
      main.at(100 * i + 10).event(EventKind.SYNC_STATE, latch, 1L << 32 | 1);
      main.at(100 * i + 50).event(EventKind.ARRIVED, latch);
    }
    assertFolds(trace.end(), Sort.SYNCHRONIZER, "synchronizer", new ThingRef.Synchronizer(44));
  }

  @Test
  void pools() {
    for (int i = 0; i < MANY; i++) {
      int pool = process.object(ObjectType.POOL, 0, "P.pool" + i);
      main.at(100 * i + 10).event(EventKind.TASK_SUBMITTED, 0, pool, 1, "task");
      main.event(EventKind.TASK_STARTED, pool, 1).event(EventKind.TASK_ENDED, pool, 1);
    }
    assertFolds(trace.end(), Sort.POOL, "pool", new ThingRef.Pool(44));
  }

  @Test
  void pipes() {
    for (int i = 0; i < MANY; i++) {
      int pipe = process.object(ObjectType.PIPE, 0, "stdout" + i);
      main.at(100 * i + 10).event(EventKind.PIPE, pipe, 1L << 32 | 8);
      main.event(EventKind.IO_BEGIN, pipe).event(EventKind.IO_END, pipe, 10);
      main.event(EventKind.IO_CLOSED, pipe);
    }
    assertFolds(trace.end(), Sort.PIPE, "pipe", new ThingRef.Pipe(44));
  }

  @Test
  void processesFoldBelowTheFirstAndArrowsEndThere() {
    for (int i = 0; i < MANY - 1; i++) {
      main.at(1000 + 100 * i).event(EventKind.CHILD_START, 0, 0, 100 + i, "child " + i);
    }
    Timeline timeline = trace.end();
    assertThat(timeline.processes()).hasSize(MANY);
    assertFolds(timeline, Sort.PROCESS, "process", new ThingRef.Process(44));
    assertThat(keys(timeline, Folds.NONE, "process")).contains("process 0");
    View view = View.of(timeline, Viewport.of(0, LENGTH), PictureAreas.of(1200, 4000));
    Space space = new Space(view, rows(timeline, Folds.NONE));
    Row fold = space.rows().find("group", 0);
    assertThat(space.laneY(-1, 44)).isEqualTo(space.top(fold) + fold.height() / 2);
    assertThat(fold.top()).isGreaterThan(space.rows().find("process", 0).bottom());
  }

  @Test
  void aPictureDoesNotGrowWithTheirNumber() {
    for (int i = 0; i < 2000; i++) {
      int lock = process.object(ObjectType.LOCK, 0, "P.lock" + i);
      main.at(100 * i + 10).event(EventKind.LOCK_ACQUIRED, lock, 0);
      main.at(100 * i + 90).event(EventKind.LOCK_RELEASED, lock);
    }
    Picture picture = picture(trace.end(), Folds.NONE);
    assertThat(picture.list().marks()).hasSizeLessThan(1500);
    assertThat(picture.hits().size()).isLessThan(100);
  }
}
