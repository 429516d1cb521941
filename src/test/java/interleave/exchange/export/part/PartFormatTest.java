package interleave.exchange.export.part;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.event.Recording;
import interleave.event.SegmentWriter;
import interleave.event.TracedRuntime;
import interleave.event.ValueType;
import interleave.exchange.KnownFormats;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.LaneChoice;
import interleave.file.FurtherEntry;
import interleave.file.Manifest;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.program.annotation.AnnotatedOrigin;
import interleave.program.annotation.Annotations;
import interleave.tail.OpenedTimeline;
import interleave.timeline.LockTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.SliceTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.range.TimeRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFormatTest {
  private static final long MS = 1_000_000;
  private static final long START = 1_000 * MS;
  private static final int LOCK = 1;
  private static final int QUEUE = 2;
  private static final int NAME = 3;

  @TempDir Path folder;
  private Recording recording;
  private OpenedRecording opened;
  private Timeline whole;

  /**
   * A has the lock from 10 to 60 ms, for which B waits from 20 on; at 30 A puts what B gets at 70,
   * and at 15 what nobody gets; A has slices from 5 to 8 and 28 to 78, and in that one from 45 to
   * 50; C ends at 25, and D begins at 80. A writes a name at 12, and B reads it at 14. All is over
   * at 100.
   */
  @BeforeEach
  void record() throws IOException {
    recording = Recording.createIn(folder, 1 << 24);
    int[][] said = {
      {1, 0, THREAD_BEGIN.code(), 0, 0},
      {2, 0, THREAD_BEGIN.code(), 0, 0},
      {3, 0, THREAD_BEGIN.code(), 0, 0},
      {1, 5, SLICE.code(), 0, 3_000_000},
      {1, 10, LOCK_ACQUIRED.code(), LOCK, 0},
      {1, 12, FIELD_WRITE.code(), NAME, 77},
      {2, 14, FIELD_READ.code(), NAME, 77},
      {1, 15, PUT.code(), QUEUE, 5},
      {2, 20, LOCK_REQUEST.code(), LOCK, 0},
      {3, 25, THREAD_END.code(), 0, 0},
      {1, 28, SLICE.code(), 0, 50_000_000},
      {1, 30, PUT.code(), QUEUE, 6},
      {1, 45, SLICE.code(), 0, 5_000_000},
      {1, 60, LOCK_RELEASED.code(), LOCK, 0},
      {2, 60, LOCK_ACQUIRED.code(), LOCK, 40_000_000},
      {2, 65, LOCK_RELEASED.code(), LOCK, 0},
      {2, 70, GET.code(), QUEUE, 6},
      {4, 80, THREAD_BEGIN.code(), 0, 0},
      {4, 90, THREAD_END.code(), 0, 0},
      {1, 100, THREAD_END.code(), 0, 0},
      {2, 100, THREAD_END.code(), 0, 0},
    };
    SegmentWriter to = recording.segment(TracedRuntime.OTHER, 7, 1, START);
    to.write(PROCESS_NAME.code(), 0, 0, 0, 0, 0, START, "Three");
    name(to, LOCK, ObjectType.LOCK, "till");
    name(to, QUEUE, ObjectType.QUEUE, "orders");
    name(to, NAME, ObjectType.VARIABLE, "name");
    for (int thread = 1; thread <= 4; thread++) {
      String name = "ABCD".substring(thread - 1, thread);
      to.write(DEFINE_THREAD.code(), 0, thread, 0, 0, thread, START, name);
    }
    for (int[] each : said) {
      int flags = each[3] == NAME ? ValueType.REFERENCE.code() : 0;
      String text = each[2] == FIELD_WRITE.code() ? "\"Anna\"" : "";
      to.write(each[2], flags, each[0], each[3], 0, each[4], START + each[1] * MS, text);
    }
    Path file = folder.resolve("whole.interleave");
    Manifest manifest = Manifest.titled("Three", Instant.EPOCH);
    KnownFormats.ALL.save(recording, manifest, file, Progress.UNHEARD);
    opened = KnownFormats.ALL.open(file, Progress.UNHEARD);
    whole = OpenedTimeline.of(opened, Progress.UNHEARD).timeline();
  }

  private static void name(SegmentWriter to, int id, ObjectType type, String name) {
    to.write(EventKind.DEFINE_OBJECT.code(), type.code(), 0, id, 0, 0, START, name);
  }

  @AfterEach
  void delete() {
    opened.close();
    recording.delete();
  }

  private Excerpt all() {
    return AnnotatedOrigin.whole(whole, opened.manifest(), Annotations.NONE, opened::recording);
  }

  private Excerpt from(long from, long to) {
    return all().in(new TimeRange(START + from * MS, START + to * MS));
  }

  private Path saved(Excerpt what) throws IOException {
    Path file = folder.resolve("part.interleave");
    new PartFormat().save(what, file, Progress.UNHEARD);
    return file;
  }

  private interface Looking {
    void at(OpenedRecording part, Timeline timeline) throws IOException;
  }

  private void look(Excerpt what, Looking looking) throws IOException {
    try (OpenedRecording part = KnownFormats.ALL.open(saved(what), Progress.UNHEARD)) {
      looking.at(part, OpenedTimeline.of(part, Progress.UNHEARD).timeline());
    }
  }

  @Test
  void whoHoldsAndWaitsAtTheCutStillDoes() throws IOException {
    look(
        from(40, 75),
        (part, timeline) -> {
          assertThat(timeline.lanes()).extracting(ThreadLane::name).containsExactly("A", "B");
          assertThat(timeline.start()).isBetween(START + 40 * MS - 100, START + 40 * MS);
          assertThat(timeline.now()).isEqualTo(START + 75 * MS);
          LockTrack.Holds holds = timeline.locks().getFirst().holds();
          assertThat(timeline.locks().getFirst().name()).isEqualTo("till");
          assertThat(holds.size()).isEqualTo(2);
          assertThat(holds.lane(0)).isEqualTo(0);
          assertThat(holds.end(0)).isEqualTo(START + 60 * MS);
          assertThat(holds.lane(1)).isEqualTo(1);
          Spans waits = timeline.lanes().get(1).spans();
          int wait = waits.at(START + 50 * MS);
          assertThat(waits.state(wait)).isEqualTo(ThreadState.LOCK_WAIT);
          assertThat(waits.end(wait)).isEqualTo(START + 60 * MS);
        });
  }

  @Test
  void aSliceThatGoesOnAtTheCutEndsWhereItDidOrNotInThePart() throws IOException {
    look(
        from(40, 75),
        (part, timeline) -> {
          SliceTrack slices = timeline.slices().getFirst();
          assertThat(slices.row(0).size()).isEqualTo(1);
          assertThat(slices.row(0).end(0)).isEqualTo(Timeline.OPEN);
          assertThat(slices.row(1).start(0)).isEqualTo(START + 45 * MS);
          assertThat(slices.row(1).end(0)).isEqualTo(START + 50 * MS);
        });
    look(
        from(40, 90),
        (part, timeline) ->
            assertThat(timeline.slices().getFirst().row(0).end(0)).isEqualTo(START + 78 * MS));
  }

  @Test
  void whatLiesInAQueueAtTheCutLiesThere() throws IOException {
    look(
        from(40, 75),
        (part, timeline) -> {
          QueueTrack queue = timeline.queues().getFirst();
          assertThat(queue.depthAt(START + 41 * MS)).isEqualTo(2);
          assertThat(queue.depthAt(START + 71 * MS)).isEqualTo(1);
          assertThat(queue.message(0).id()).isEqualTo(5);
          assertThat(queue.message(1).get()).isEqualTo(START + 70 * MS);
        });
  }

  @Test
  void whatAValueLooksLikeIsToldAnewThoughItWasSaidLongBefore() throws IOException {
    look(
        from(40, 75),
        (part, timeline) -> {
          VariableTrack name = timeline.variables().getFirst();
          assertThat(name.shown(0)).isEqualTo("\"Anna\"");
          assertThat(name.shown(name.size() - 1)).isEqualTo("\"Anna\"");
          assertThat(name.lane(name.size() - 1)).isEqualTo(1);
        });
  }

  @Test
  void whatEndedBeforeOrBeginsAfterIsNotInIt() throws IOException {
    look(
        from(66, 99),
        (part, timeline) -> {
          assertThat(timeline.lanes()).extracting(ThreadLane::name).containsExactly("A", "B", "D");
          assertThat(timeline.locks()).allMatch(it -> it.holds().size() == 0);
        });
  }

  @Test
  void itSaysThatItIsAPart() throws IOException {
    look(
        from(40, 75),
        (part, timeline) -> {
          assertThat(part.manifest().part()).isEqualTo("0.040000 s … 0.075000 s");
          assertThat(part.isIncomplete()).isTrue();
          assertThat(timeline.problems()).hasSize(1).first().asString().contains("a part of");
        });
  }

  @Test
  void someThreadsAlone() throws IOException {
    Excerpt some = all().of(LaneChoice.named(whole, List.of("B")));
    look(
        some,
        (part, timeline) -> {
          assertThat(timeline.lanes()).extracting(ThreadLane::name).containsExactly("B");
          assertThat(timeline.locks().getFirst().holds().size()).isEqualTo(1);
          assertThat(part.manifest().part()).contains("1 of 4 threads");
        });
  }

  @Test
  void aPartOfAPartIsThatPart() throws IOException {
    Path first = saved(from(30, 90));
    try (OpenedRecording part = KnownFormats.ALL.open(first, Progress.UNHEARD)) {
      Timeline timeline = OpenedTimeline.of(part, Progress.UNHEARD).timeline();
      Excerpt again =
          AnnotatedOrigin.whole(timeline, part.manifest(), Annotations.NONE, part::recording)
              .in(new TimeRange(START + 40 * MS, START + 75 * MS));
      look(
          again,
          (_, twice) -> {
            assertThat(twice.lanes()).extracting(ThreadLane::name).containsExactly("A", "B");
            assertThat(twice.locks().getFirst().holds().end(0)).isEqualTo(START + 60 * MS);
          });
    }
  }

  @Test
  void allOfItIsTheRecordingItself() throws IOException {
    look(
        all(),
        (part, timeline) -> {
          assertThat(part.manifest().part()).isNull();
          assertThat(timeline.counters().events()).isEqualTo(whole.counters().events());
          assertThat(timeline.problems()).isEmpty();
        });
  }

  @Test
  void whatWasDerivedIsKeptWithAllOfItAndNotWithAPart() throws IOException {
    AnnotatedOrigin origin =
        new AnnotatedOrigin(
            Annotations.NONE,
            AnnotatedOrigin.Segments.of(opened::recording, List.of(new Derived())),
            List::of);
    Excerpt all = AnnotatedOrigin.whole(whole, opened.manifest(), origin);
    try (OpenedRecording kept = KnownFormats.ALL.open(saved(all), Progress.UNHEARD)) {
      assertThat(kept.part("derived")).isPresent();
    }
    Excerpt part = all.in(new TimeRange(START, START + 50 * MS));
    try (OpenedRecording kept = KnownFormats.ALL.open(saved(part), Progress.UNHEARD)) {
      assertThat(kept.part("derived")).isEmpty();
    }
  }

  /** Stands for a timeline that is kept. */
  private static final class Derived implements FurtherEntry {
    @Override
    public String name() {
      return "derived";
    }

    @Override
    public void write(FileChannel to, long segments, LongConsumer done) throws IOException {
      to.write(ByteBuffer.wrap(new byte[] {1}));
    }
  }

  @Test
  void whereItIsGivenUpNothingStays() throws IOException {
    Path file = folder.resolve("none.interleave");
    assertThatThrownBy(() -> new PartFormat().save(from(40, 75), file, (_, _) -> false))
        .isInstanceOf(CancellationException.class);
    assertThat(Files.exists(file)).isFalse();
  }
}
