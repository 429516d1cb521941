package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.PipeTrack.Stream;
import interleave.timeline.derive.TimelineStore;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Rows;
import interleave.timeline.track.TrackKinds;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pipes between a process and its children. */
class PipesTest {
  private static final int PID = 77;

  private final Trace trace = new Trace();
  private Trace.Process parent;
  private Trace.Thread main;
  private Trace.Thread other;

  @BeforeEach
  void aProcessWithAChild() {
    parent = trace.process(1, "Parent");
    main = parent.thread(1, "main");
    other = parent.thread(2, "reader");
    main.at(100).event(CHILD_START, 0, 0, PID, "nslookup www.python.org");
  }

  private int pipe(long stream) {
    int pipe = parent.object(ObjectType.PIPE, 0, "stdout");
    main.at(110).event(PIPE, pipe, stream << 32 | PID);
    return pipe;
  }

  private static PipeTrack only(Timeline timeline) {
    assertThat(timeline.pipes()).hasSize(1);
    return timeline.pipes().getFirst();
  }

  @Test
  void aPipeLeadsToAStreamOfAChild() {
    pipe(2);
    Timeline timeline = trace.end();
    PipeTrack pipe = only(timeline);
    assertThat(pipe.stream()).isEqualTo(Stream.ERROR);
    assertThat(timeline.processes().get(pipe.child()).pid()).isEqualTo(PID);
    assertThat(timeline.processes().get(pipe.process()).pid()).isEqualTo(1);
    assertThat(pipe.opened()).isEqualTo(110);
    assertThat(pipe.closed()).isEqualTo(Timeline.OPEN);
  }

  @Test
  void aPipeToWhatServesALibraryOnlyHasNoRow() {
    int pipe = pipe(0);
    main.at(200).event(IO_BEGIN, pipe).at(300).event(IO_END, pipe, 10);
    assertThat(rows(trace.end())).contains("pipe");
    main.at(310).event(CHILD_START, Flags.SERVICE, 0, PID, "broker");
    assertThat(rows(trace.end())).doesNotContain("pipe");
  }

  private static List<String> rows(Timeline timeline) {
    Rows rows = Rows.of(timeline, Folds.NONE, TrackKinds.STANDARD.kinds());
    return rows.all().stream().map(row -> row.source().name()).toList();
  }

  /** Their own standard streams, as in {@code writer | reader}. */
  private int own(Trace.Process process, Trace.Thread thread, long time, long stream, int pid) {
    int pipe = process.object(ObjectType.PIPE, 4711, "std");
    thread.at(time).event(PIPE, pipe, stream << 32 | pid);
    return pipe;
  }

  @Test
  void aPipeBetweenTwoProgramsIsOneRowOnceBothEndsAreKnown() {
    Trace.Process writer = trace.process(8, "writer", 1);
    Trace.Process reader = trace.process(9, "reader", 1);
    Trace.Thread writes = writer.thread(1, "main");
    Trace.Thread reads = reader.thread(1, "main");
    int out = own(writer, writes, 120, 1, 8);
    writes.at(130).event(IO_BEGIN, Flags.WRITE, out, 0, null);
    writes.at(140).event(IO_END, Flags.WRITE, out, 30, null); // before the reader says a word
    int in = own(reader, reads, 150, 0, 9);
    reads.at(160).event(IO_BEGIN, in).at(170).event(IO_END, in, 10);
    writes.at(165).event(IO_BEGIN, Flags.WRITE, out, 0, null);
    writes.at(175).event(IO_END, Flags.WRITE, out, 5, null);
    Timeline timeline = trace.end();
    PipeTrack read =
        timeline.pipes().stream().filter(it -> it.stream() == Stream.OUTPUT).findFirst().get();
    PipeTrack written = timeline.pipes().get(read.other());
    assertThat(timeline.pipes()).hasSize(2);
    assertThat(written.other()).isEqualTo(read.index());
    assertThat(written.bytesAt(145) + " " + written.bytes() + " " + read.bytes())
        .isEqualTo("30 35 10");
    assertThat(rows(timeline)).filteredOn("pipe"::equals).hasSize(1);
    assertThat(Explanation.sentence(timeline, new ThingRef.Pipe(read.index())))
        .isEqualTo(
            "reader 9 read 10 B from a pipe that writer 8 wrote to: its reads took 10 ns in all.");
  }

  @Test
  void aStandardStreamWhoseOtherEndNobodyToldOfIsNoPipeOfTheTimeline() {
    Trace.Process writer = trace.process(8, "writer", 1);
    Trace.Thread writes = writer.thread(1, "main");
    int out = own(writer, writes, 120, 1, 8);
    writes.at(130).event(IO_BEGIN, Flags.WRITE, out, 0, null);
    writes.at(140).event(IO_END, Flags.WRITE, out, 30, null);
    Timeline timeline = trace.end();
    assertThat(timeline.pipes()).isEmpty();
    assertThat(rows(timeline)).doesNotContain("pipe");
  }

  @Test
  void bytesAddUpAtTheEndsOfReads() {
    int pipe = pipe(1);
    main.at(200).event(IO_BEGIN, pipe).at(300).event(IO_END, pipe, 10);
    main.at(310).event(IO_BEGIN, pipe).at(320).event(IO_END, pipe, 5);
    main.at(330).event(IO_BEGIN, pipe).at(340).event(IO_END, pipe, 0);
    main.at(350).event(IO_CLOSED, pipe);
    PipeTrack track = only(trace.end());
    assertThat(track.bytesAt(299)).isZero();
    assertThat(track.bytesAt(300)).isEqualTo(10);
    assertThat(track.bytesAt(325)).isEqualTo(15);
    assertThat(track.bytes()).isEqualTo(15);
    assertThat(track.transfers()).isEqualTo(3);
    assertThat(track.transfer(1).bytes()).isEqualTo(5);
    assertThat(track.waitedNs()).isEqualTo(120);
    assertThat(track.closed()).isEqualTo(350);
  }

  @Test
  void twoThreadsMayReadAtTheSameTime() {
    int pipe = pipe(1);
    main.at(200).event(IO_BEGIN, pipe).at(400).event(IO_END, pipe, 1);
    other.at(250).event(IO_BEGIN, pipe).at(300).event(IO_END, pipe, 2);
    PipeTrack track = only(trace.end());
    assertThat(track.transfer(0).begin()).isEqualTo(250);
    assertThat(track.transfer(0).bytes()).isEqualTo(2);
    assertThat(track.transfer(1).begin()).isEqualTo(200);
    assertThat(track.waitedNs()).isEqualTo(250);
  }

  @Test
  void anEndWithoutABeginningTakesNoTime() {
    int pipe = pipe(1);
    main.at(300).event(IO_END, pipe, 10);
    assertThat(only(trace.end()).waitedNs()).isZero();
  }

  @Test
  void aReadIsASpanThatSaysWhatWasWaitedFor() {
    int pipe = pipe(1);
    main.in("call", 27).at(200).event(IO_BEGIN, pipe);
    main.at(2_100_000_200L).event(IO_END, pipe, 212);
    Timeline timeline = trace.end();
    Spans spans = timeline.lanes().getFirst().spans();
    int i = spans.at(1000);
    assertThat(spans.state(i)).isEqualTo(ThreadState.IO);
    assertThat(spans.about(i)).isEqualTo(Spans.About.PIPE);
    assertThat(spans.object(i)).isZero();
    assertThat(spans.label(i)).isEqualTo("reads output of nslookup");
    assertThat(sentence(timeline, 1000))
        .isEqualTo("Parent waited 2.1 s for output of nslookup (pid 77), until 212 B came.");
    assertThat(spans.state(spans.at(2_100_000_200L))).isEqualTo(ThreadState.RUNNING);
  }

  @Test
  void theEndOfTheStreamAndAFullAndABrokenPipeAreToldApart() {
    int out = pipe(1);
    int in = pipe(0);
    main.at(1000).event(IO_BEGIN, out).at(2000).event(IO_END, out);
    main.at(3000).event(IO_BEGIN, Flags.WRITE, in, 0, null);
    main.at(4000).event(IO_END, Flags.WRITE | Flags.FAILED, in, 0, null);
    main.at(5000).event(IO_BEGIN, Flags.WRITE, in, 0, null);
    trace.store.advance(1_000_000_000);
    Timeline timeline = trace.store.snapshot();
    assertThat(sentence(timeline, 1500)).contains("there was no more: the end of the stream");
    assertThat(sentence(timeline, 3500)).contains("could not go on").contains("closed");
    assertThat(sentence(timeline, 6000)).contains("the pipe is full, and nobody reads it");
  }

  private static String sentence(Timeline timeline, long time) {
    Spans spans = timeline.lanes().getFirst().spans();
    return Explanation.sentence(timeline, new ThingRef.Span(0, spans.start(spans.at(time))));
  }

  @Test
  void aPipeIsSummedUpInASentence() {
    int pipe = pipe(1);
    main.at(200).event(IO_BEGIN, pipe).at(300).event(IO_END, pipe, 1_000_000);
    assertThat(Explanation.sentence(trace.end(), new ThingRef.Pipe(0)))
        .isEqualTo(
            "nslookup (pid 77) put 1.00 MB into its standard output, and its parent waited 100 ns"
                + " in all for that.");
  }

  @Test
  void pipesKeepTheirIndexWhenARecordingIsReadAgain() {
    pipe(1);
    pipe(2);
    trace.end();
    TimelineStore again = trace.store.again();
    again.finish();
    assertThat(again.snapshot().pipes()).hasSize(2);
  }

  @Test
  void whoReadsALabelMakesNoTrack() {
    int pipe = pipe(1);
    main.at(200).event(IO_BEGIN, pipe);
    trace.store.advance(210); // long before the watermark comes to the pipe
    Spans spans = trace.store.snapshot().lanes().getFirst().spans();
    assertThat(spans.label(spans.at(205))).isNotEmpty();
    trace.store.advance(220);
    assertThat(trace.store.snapshot().pipes()).isEmpty();
  }
}
