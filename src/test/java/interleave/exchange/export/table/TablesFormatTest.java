package interleave.exchange.export.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.Excerpts;
import interleave.exchange.export.ExportFormat;
import interleave.exchange.export.ExportFormats;
import interleave.exchange.export.LaneChoice;
import interleave.file.Progress;
import interleave.timeline.CounterTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.SliceTrack;
import interleave.timeline.StackSamples;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.range.TimeRange;
import interleave.timeline.sketch.EveryKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesFormatTest {
  private static final TablesFormat FORMAT = new TablesFormat();

  /** Reads each table strictly, and says how many rows it has. */
  private static final String READ =
      """
      import csv, os, sys
      for name in sys.argv[1:]:
          with open(name, encoding='utf-8', newline='') as file:
              rows = list(csv.reader(file, strict=True))
          assert all(len(row) == len(rows[0]) for row in rows), name
          print(os.path.basename(name), len(rows) - 1)
      """;

  private static String table(String name, Excerpt what) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (ExportFormat part : FORMAT.parts()) {
      if (part.suffixes().contains("." + name + ".csv")) {
        part.write(what, out, Progress.UNHEARD);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void anotherReaderFindsARowForEachThing(@TempDir Path folder) throws Exception {
    Timeline run = EveryKind.timeline();
    Path script = Files.writeString(folder.resolve("read.py"), READ);
    List<String> command = new ArrayList<>(List.of("python3", script.toString()));
    ExportFormats.save(FORMAT, Excerpts.of(run), folder.resolve("run.csv"), Progress.UNHEARD)
        .forEach(each -> command.add(each.toString()));
    Process python = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said.lines())
        .containsExactly(
            "run.spans.csv " + run.lanes().stream().mapToInt(it -> it.spans().size()).sum(),
            "run.waits.csv 43", // for 40 locks, at the event, to put and to get
            "run.holds.csv "
                + run.locks().stream().map(LockTrack::holds).mapToInt(LockTrack.Holds::size).sum(),
            "run.messages.csv 1",
            "run.tasks.csv 1",
            "run.output.csv " + run.output().size(),
            "run.variables.csv 2",
            "run.slices.csv " + run.slices().stream().mapToInt(TablesFormatTest::slices).sum(),
            "run.counters.csv " + run.counterTracks().stream().mapToInt(CounterTrack::size).sum(),
            "run.samples.csv " + run.stackSamples().stream().mapToInt(StackSamples::size).sum());
  }

  private static int slices(SliceTrack track) {
    int size = 0;
    for (int depth = 0; depth < track.depth(); depth++) {
      size += track.row(depth).size();
    }
    return size;
  }

  @Test
  void aTextThatASpreadsheetWouldRunIsKeptAText() throws IOException {
    Trace trace = new Trace();
    Trace.Thread main = trace.process(7, "=cmd|' /C calc'!A0").thread(1, "-2+3");
    main.at(1).event(EventKind.THREAD_BEGIN);
    main.at(5).event(EventKind.OUTPUT, 0, 0, 0, "@x,\"y\"\tz");
    assertThat(table("output", Excerpts.of(trace.end())))
        .endsWith("\r\n4,'=cmd|' /C calc'!A0,7,'-2+3,1,stdout,\"'@x,\"\"y\"\"\tz\"\r\n");
  }

  @Test
  void slicesCountersAndSampledStacksAreTablesToo() throws IOException {
    Trace trace = new Trace();
    Trace.Process program = trace.process(7, "P");
    Trace.Thread main = program.thread(1, "main");
    int load = program.object(ObjectType.SLICE, 0, "load");
    int heap = program.object(ObjectType.COUNTER, 0, "heap");
    main.at(1).event(EventKind.THREAD_BEGIN);
    main.in("run", 10).event(EventKind.DEFINE_STACK, 1, 0);
    main.in("wait", 20).event(EventKind.DEFINE_STACK, 2, 1);
    main.at(11).event(EventKind.SLICE_BEGIN, 0, load, 0, "n: 5");
    main.at(12).event(EventKind.COUNTER, heap, Double.doubleToRawLongBits(1.5));
    main.at(13).event(EventKind.STACK_SAMPLE, 0, 2, 9, null);
    main.at(14).event(EventKind.SLICE_BEGIN, load).at(15).event(EventKind.SLICE_END);
    main.at(31).event(EventKind.SLICE_END).event(EventKind.THREAD_END);
    Excerpt what = Excerpts.of(trace.end());
    assertThat(table("slices", what).lines().skip(1))
        .containsExactly(
            "P,7,main,1,0,load,10,30,20,false,n: 5", "P,7,main,1,1,load,13,14,1,false,");
    assertThat(table("counters", what).lines().skip(1)).containsExactly("P,7,heap,11,1.5");
    assertThat(table("samples", what).lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("P,7,main,1,12,9,")
        .endsWith(",20,wait,run;wait");
  }

  @Test
  void someThreadsHaveTheirOwnRowsAlone() throws IOException {
    Excerpt what = Excerpts.of(EveryKind.timeline());
    Excerpt some = what.of(LaneChoice.named(what.timeline(), List.of("v1?")));
    assertThat(table("spans", some).lines().skip(1)).allMatch(it -> it.contains(",v1"));
    assertThat(table("holds", some).lines()).hasSize(1);
  }

  @Test
  void whatLastsIsToldAsItWasAlsoWhereItIsCut() throws IOException {
    Trace trace = new Trace();
    Trace.Process program = trace.process(7, "P");
    Trace.Thread main = program.thread(1, "main");
    int lock = program.object(ObjectType.LOCK, 0, "P.lock");
    main.at(1).event(EventKind.THREAD_BEGIN);
    main.at(10).event(EventKind.LOCK_ACQUIRED, lock).at(90).event(EventKind.LOCK_RELEASED, lock);
    main.at(100).event(EventKind.THREAD_END);
    Timeline run = trace.end();
    Excerpt what = Excerpts.of(run).in(new TimeRange(run.start() + 40, run.start() + 50));
    assertThat(table("holds", what).lines().skip(1))
        .hasSize(1)
        .first()
        .asString()
        .contains("9,89,80");
  }

  @Test
  void whereItIsGivenUpNoTableStays(@TempDir Path folder) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Files.writeString(folder.resolve("run.spans.csv"), "older");
    assertThatThrownBy(
            () ->
                ExportFormats.save(
                    FORMAT,
                    Excerpts.of(EveryKind.timeline()),
                    folder.resolve("run.csv"),
                    (_, _) -> asked.incrementAndGet() < 4))
        .isInstanceOf(CancellationException.class);
    assertThat(folder.resolve("run.spans.csv")).hasContent("older");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aTableMayBeNamedAlone() {
    ExportFormats known = new ExportFormats(List.of(FORMAT));
    assertThat(known.forName("run.csv")).contains(FORMAT);
    assertThat(known.forName("a.waits.csv").orElseThrow().suffixes()).containsExactly(".waits.csv");
    assertThat(known.forName("waits.csv").orElseThrow().suffixes()).containsExactly(".waits.csv");
    assertThat(known.forSuffix("holds.csv").orElseThrow().suffixes()).containsExactly(".holds.csv");
    assertThat(known.forName("run.json")).isEmpty();
  }
}
