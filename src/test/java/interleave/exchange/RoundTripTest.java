package interleave.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.Excerpts;
import interleave.exchange.export.ExportFormat;
import interleave.exchange.export.ExportFormats;
import interleave.exchange.export.trace.ToldTrace;
import interleave.exchange.export.trace.TraceProcess;
import interleave.exchange.export.trace.TraceTrack;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.tail.LiveTimeline;
import interleave.tail.OpenedTimeline;
import interleave.timeline.Sightings;
import interleave.timeline.SliceTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.SeenText;
import interleave.timeline.range.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves in a format that is also read comes back the same. */
class RoundTripTest {
  private static final List<Timeline> RUNS = Excerpts.timelines();

  @Property(tries = 25)
  void whatLeavesAsATraceOfChromesComesBackTheSame(
      @ForAll @IntRange(min = 0, max = 4) int which,
      @ForAll @DoubleRange(min = 0, max = 0.5) double from,
      @ForAll @DoubleRange(min = 0.5, max = 1) double to)
      throws IOException {
    Timeline run = RUNS.get(which);
    long length = run.now() - run.start();
    Excerpt what =
        Excerpts.of(run)
            .in(
                new TimeRange(
                    run.start() + (long) (from * length), run.start() + (long) (to * length)));
    same(what, ".json");
  }

  @Test
  void alsoAllOfIt() throws IOException {
    for (Timeline run : RUNS) {
      same(Excerpts.of(run), ".json.gz");
      same(Excerpts.of(run), ".pftrace");
    }
  }

  @Test
  void whatStandsBesideTheEventsOfOurOwnTracesIsNotToldAsSomethingElse(@TempDir Path folder)
      throws IOException {
    for (String suffix : List.of(".json", ".json.gz")) {
      Path file = folder.resolve("run" + suffix);
      ExportFormat format = KnownExports.ALL.forSuffix(suffix).orElseThrow();
      ExportFormats.save(format, Excerpts.of(RUNS.getFirst()), file, Progress.UNHEARD);
      try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
        assertThat(opened.problems()).noneMatch(told -> told.contains("otherData"));
      }
    }
  }

  @Test
  void whatCameFromAnotherToolLeavesAsItCame(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("trace.json");
    Files.writeString(
        file,
        """
        [{"ph":"M","pid":3,"tid":0,"name":"process_name","args":{"name":"P"}},
         {"ph":"M","pid":3,"tid":4,"name":"thread_name","args":{"name":"T"}},
         {"ph":"X","pid":3,"tid":4,"cat":"a","name":"outer","ts":10.001,"dur":50,"args":{"k":"v w"}},
         {"ph":"X","pid":3,"tid":4,"name":"inner","ts":10.001,"dur":20.5},
         {"ph":"X","pid":3,"tid":5,"name":"other","ts":40,"dur":30},
         {"ph":"s","pid":3,"tid":4,"name":"f","id":7,"ts":12},
         {"ph":"f","pid":3,"tid":5,"name":"f","id":7,"ts":41,"bp":"e"},
         {"ph":"i","pid":3,"tid":4,"name":"now","ts":11,"s":"t"},
         {"ph":"C","pid":3,"name":"c","ts":10,"args":{"value":1.5}},
         {"ph":"C","pid":3,"name":"c","ts":20,"args":{"value":2}}]
        """);
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      Timeline timeline = OpenedTimeline.of(opened, Progress.UNHEARD).timeline();
      ToldTrace told = ToldTrace.of(Excerpts.of(timeline));
      assertThat(told.slices).hasSize(3);
      assertThat(told.slices.getFirst().category()).isEqualTo("a");
      assertThat(told.flows).hasSize(1);
      assertThat(told.counts).hasSize(2);
      same(Excerpts.of(timeline), ".json");
    }
  }

  @Test
  void threadsKeepTheNumbersThatTheirFileHasForThem(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("trace.json");
    Files.writeString(
        file,
        """
        [{"ph":"M","pid":4000,"tid":4711,"name":"thread_name","args":{"name":"worker"}},
         {"ph":"X","pid":4000,"tid":"a text","name":"x","ts":1,"dur":1},
         {"ph":"X","pid":4000,"tid":4711,"name":"x","ts":2,"dur":1},
         {"ph":"X","pid":4000,"tid":1,"name":"x","ts":3,"dur":1},
         {"ph":"X","pid":4000,"tid":2147483647,"name":"x","ts":4,"dur":1},
         {"ph":"X","pid":4000,"tid":140234567890,"name":"x","ts":5,"dur":1},
         {"ph":"X","pid":4000,"tid":0,"name":"x","ts":6,"dur":1},
         {"ph":"X","pid":5000,"tid":4711,"name":"x","ts":7,"dur":1}]
        """);
    List<String> numbers = new ArrayList<>();
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      Timeline run = OpenedTimeline.of(opened, Progress.UNHEARD).timeline();
      for (TraceTrack each : threads(run)) {
        numbers.add(each.pid() + "/" + each.tid());
      }
      assertThat(numbers)
          .contains("4000/4711", "4000/1", "4000/2147483647", "5000/4711")
          .hasSize(7)
          .doesNotHaveDuplicates()
          .noneMatch(it -> it.endsWith("/0"));
      for (String suffix : List.of(".json", ".pftrace", ".json.gz")) {
        run = returned(run, suffix);
        assertThat(threads(run).stream().map(it -> it.pid() + "/" + it.tid()))
            .as(suffix)
            .containsExactlyInAnyOrderElementsOf(numbers);
      }
    }
  }

  @Test
  void threadsOfADumpLeaveWithTheSystemsNumbersAndTheOthersWithTheirsInTheRecording()
      throws IOException {
    Timeline dump = OpenedFiles.resource("dump/jstack-le-17.txt").timeline();
    List<TraceTrack> threads = threads(dump);
    assertThat(threads).hasSameSizeAs(dump.lanes());
    for (TraceTrack each : threads) {
      assertThat(dump.lanes())
          .as("%s", each)
          .anyMatch(it -> it.name().equals(each.name()) && it.number() == each.tid());
    }
    assertThat(dump.lanes().stream().filter(it -> it.name().equals("main")))
        .singleElement()
        .extracting(ThreadLane::number)
        .isEqualTo(0x71b5L);
  }

  @Test
  void whereTheSystemsNumbersAreKnownTheyLeave() throws IOException {
    for (String name : List.of("strace/rust.strace", "jfr/waits-25.jfr.gz")) {
      Timeline run = OpenedFiles.resource(name).timeline();
      List<ThreadLane> busy = run.lanes().stream().filter(it -> !it.isSilent()).toList();
      assertThat(busy).as(name).hasSizeGreaterThan(1).allMatch(it -> it.number() > 0);
      assertThat(threads(run).stream().map(TraceTrack::tid))
          .as(name)
          .doesNotHaveDuplicates() // of the JVM's last two one number is the same
          .containsAll(busy.stream().map(ThreadLane::number).toList());
    }
  }

  private static List<TraceTrack> threads(Timeline run) throws IOException {
    return ToldTrace.of(Excerpts.unmarked(run)).tracks.stream()
        .filter(it -> it.kind() == TraceTrack.Kind.THREAD)
        .toList();
  }

  @Test
  void whatThreadsWereSeenDoingInADumpLeavesAsMomentsWithTheirStacks() throws IOException {
    Timeline dump = OpenedFiles.resource("dump/jstack-le-17.txt").timeline();
    for (String suffix : List.of(".json", ".pftrace")) {
      Timeline again = returned(dump, suffix);
      List<String> came = new ArrayList<>();
      for (SliceTrack track : again.slices()) {
        SliceTrack.Moments moments = track.moments();
        for (int i = 0; i < moments.size(); i++) {
          if (moments.arguments(i).startsWith("[seen]")) {
            came.add(track.name() + ": " + moments.name(i));
            assertThat(moments.arguments(i)).as(suffix).contains("seen=", "when=");
          }
        }
      }
      List<String> left = new ArrayList<>();
      for (int i = 0; i < dump.sightings().size(); i++) {
        Sightings.Sighting seen = dump.sightings().get(i);
        left.add(dump.lanes().get(seen.lane()).name() + ": " + SeenText.brief(seen));
      }
      assertThat(left).isNotEmpty();
      assertThat(came).as(suffix).containsExactlyInAnyOrderElementsOf(left);
    }
  }

  @Test
  void whatThreadsDidComesBackAsStatesWithTheirNamesBesideThem() throws IOException {
    for (Timeline run : RUNS) {
      Timeline again = run;
      for (String suffix : List.of(".json", ".pftrace", ".json.gz")) { // also of what came back
        again = returned(again, suffix);
        assertThat(spent(again)).as(suffix).isEqualTo(spent(run));
        sentences(again);
      }
    }
  }

  /** Of a state of which only its sort came back no more is claimed. */
  private static void sentences(Timeline run) {
    for (ThreadLane lane : run.lanes()) {
      for (int i = 0; i < lane.spans().size(); i++) {
        ThingRef span = new ThingRef.Span(lane.index(), lane.spans().start(i));
        assertThat(Explanation.sentence(run, span))
            .isNotBlank()
            .doesNotContain("parked", "any child");
      }
    }
  }

  private static Timeline returned(Timeline run, String suffix) throws IOException {
    Path file = Files.createTempFile("round", suffix);
    try {
      ExportFormat format = KnownExports.ALL.forSuffix(suffix).orElseThrow();
      ExportFormats.save(format, Excerpts.unmarked(run), file, Progress.UNHEARD);
      try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
        return LiveTimeline.load(opened.recording());
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** For how long threads of each name were in each state; where nothing is told is left out. */
  private static Map<String, Long> spent(Timeline run) {
    Map<String, Long> spent = new TreeMap<>();
    for (ThreadLane lane : run.lanes()) {
      Spans spans = lane.spans();
      for (int i = 0; i < spans.size(); i++) {
        if (spans.state(i) != ThreadState.NOT_TOLD) {
          long end = Math.min(spans.end(i), run.now());
          spent.merge(lane.name() + " " + spans.state(i), end - spans.start(i), Long::sum);
        }
      }
    }
    spent.values().removeIf(each -> each == 0);
    return spent;
  }

  private static void same(Excerpt what, String suffix) throws IOException {
    Path file = Files.createTempFile("round", suffix);
    try {
      ExportFormat format = KnownExports.ALL.forSuffix(suffix).orElseThrow();
      ExportFormats.save(format, what, file, Progress.UNHEARD);
      try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
        Timeline again = OpenedTimeline.of(opened, Progress.UNHEARD).timeline();
        ToldTrace before = ToldTrace.of(what);
        ToldTrace after = ToldTrace.of(Excerpts.unmarked(again));
        List<String> came = new ArrayList<>(lines(after));
        List<String> missing = new ArrayList<>(lines(before));
        missing.removeIf(came::remove);
        assertThat(missing).as("what did not come back, but %s did", came).isEmpty();
        assertThat(came).as("what came back that had not left").isEmpty();
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** What a trace tells, whatever its numbers are; times since the first of it. */
  private static List<String> lines(ToldTrace told) {
    Map<Long, String> names =
        told.processes.stream().collect(Collectors.toMap(TraceProcess::pid, TraceProcess::name));
    Function<TraceTrack, String> on = track -> names.get(track.pid()) + "/" + track.name();
    long first =
        LongStream.concat(
                LongStream.concat(
                    told.slices.stream().mapToLong(ToldTrace.Slice::start),
                    told.instants.stream().mapToLong(ToldTrace.Instant::time)),
                told.counts.stream().mapToLong(ToldTrace.Count::time))
            .min()
            .orElse(0);
    return Stream.of(
            told.slices.stream()
                .map(
                    it ->
                        "slice %s %s %d %d"
                            .formatted(
                                on.apply(it.on()),
                                it.name(),
                                it.start() - first,
                                it.end() - it.start())),
            told.instants.stream()
                .map(
                    it ->
                        "instant %s %s %d"
                            .formatted(on.apply(it.on()), it.name(), it.time() - first)),
            told.counts.stream()
                .map(
                    it ->
                        "count %s %s %d %s"
                            .formatted(
                                on.apply(it.on()), it.on().unit(), it.time() - first, it.value())),
            told.flows.stream()
                .map(
                    it ->
                        "flow %s %d %s %d"
                            .formatted(
                                on.apply(it.from()),
                                it.fromTime() - first,
                                on.apply(it.to()),
                                it.toTime() - first)))
        .flatMap(Function.identity())
        .map(line -> line.replaceAll(" [\\[(](cores|bytes)[\\])] ", " $1 "))
        .map(line -> line.replaceAll(" +", " "))
        .sorted()
        .toList();
  }
}
