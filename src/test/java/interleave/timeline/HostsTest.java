package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import interleave.file.SummaryFile;
import interleave.timeline.column.KeptWriter;
import interleave.timeline.derive.TimelineStore;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.HostRows;
import interleave.timeline.layout.HostText;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Rows;
import interleave.timeline.summary.Summaries;
import interleave.timeline.summary.Summary;
import interleave.timeline.tableau.Tableau;
import interleave.timeline.tableau.TableauAt;
import interleave.timeline.track.TrackKinds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes on several machines, whose clocks nobody knows exactly. */
class HostsTest {
  private static final long KEY = 4711;
  private static final long THERE = 1L << 32;

  private final Trace trace = new Trace();
  private Trace.Thread master;
  private Trace.Thread worker;
  private int tasks;
  private int sameTasks;

  @BeforeEach
  void aMasterHereAndAWorkerThere() {
    Trace.Process here = trace.process(7, "Master");
    Trace.Process there = trace.process(THERE | 7, "Worker");
    trace.host(0, 0, "here", 0);
    trace.host(0, 1, "lab-1", 50);
    master = here.thread(1, "main");
    worker = there.thread(1, "main");
    tasks = here.object(ObjectType.QUEUE, KEY, "tasks");
    sameTasks = there.object(ObjectType.QUEUE, KEY, "tasks");
  }

  @Test
  void theSamePidOnTwoMachinesIsTwoProcesses() {
    master.at(10).event(PUT, 0, tasks, 1, "A");
    worker.at(100).event(GET, 0, sameTasks, 1, "A");
    Timeline timeline = trace.end();
    assertThat(timeline.processes()).extracting(ProcessTrack::pid).containsExactly(7L, 7L);
    assertThat(timeline.processes()).extracting(ProcessTrack::host).containsExactly(0, 1);
    assertThat(timeline.hosts()).extracting(HostTrack::name).containsExactly("here", "lab-1");
    assertThat(timeline.hosts().get(1).processes()).containsExactly(1);
    assertThat(timeline.hosts().get(1).uncertainty(100)).isEqualTo(50);
    assertThat(timeline.queues()).hasSize(1);
  }

  @Test
  void whereNoClockIsOffAgainstAnotherNothingIsSaidOfThat() {
    Trace merged = new Trace();
    Trace.Thread one = merged.process(7, "One").thread(1, "main");
    Trace.Thread other = merged.process(THERE | 7, "Other").thread(1, "main");
    merged.host(0, 0, "first.interleave", 0);
    merged.host(0, 1, "second.interleave", 0);
    one.at(10).event(SLEEP_BEGIN);
    other.at(20).event(SLEEP_BEGIN);
    Timeline timeline = merged.end();
    for (ThingRef thing :
        List.of(new ThingRef.Host(0), new ThingRef.Host(1), new ThingRef.Process(1))) {
      assertThat(Explanation.sentence(timeline, thing))
          .doesNotContain("clock", "by 0 ns", "be off");
    }
    assertThat(HostText.isOneAxis(timeline)).isTrue();
  }

  @Test
  void whereMachinesHaveOneNameItIsSaidWhichOfThemTheyAre() {
    master.at(10).event(PUT, 0, tasks, 1, "A");
    worker.at(100).event(GET, 0, sameTasks, 1, "A");
    trace.host(1, 0, "vm", 0);
    trace.host(2, 1, "vm", 50);
    trace.host(3, 2, "lab-2", 50);
    Timeline timeline = trace.end();
    assertThat(timeline.hosts())
        .extracting(host -> HostText.name(timeline, host))
        .containsExactly("vm, the run’s machine", "vm (2)", "lab-2");
    assertThat(TableauAt.at(timeline, timeline.now(), 10).actors())
        .extracting(Tableau.Actor::name)
        .containsExactly("Master", "Worker · vm (2)");
    assertThat(Explanation.sentence(timeline, new ThingRef.Host(1))).contains("vm (2) is another");
  }

  @Test
  void aRunOnOneMachineHasNoMachines() {
    Trace local = new Trace();
    local.process(7, "Master").thread(1, "main").at(5).event(PUT, 0, 1, 1, "A");
    Timeline timeline = local.end();
    assertThat(timeline.hosts()).isEmpty();
    assertThat(json(timeline)).doesNotContain("host");
  }

  private static String json(Timeline timeline) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      SummaryFile.write(Summaries.of(timeline), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSummaryTellsProcessesOfTheSamePidApart() {
    master.at(10).event(PUT, 0, tasks, 1, "A");
    worker.at(100).event(GET, 0, sameTasks, 1, "A");
    Summary summary = Summaries.of(trace.end());
    assertThat(summary.hosts())
        .containsExactly(new Summary.Host("here", 0), new Summary.Host("lab-1", 50));
    assertThat(summary.processes()).extracting(Summary.OfProcess::host).containsExactly(0, 1);
    assertThat(summary.queues().getFirst().messages().getFirst().to())
        .isEqualTo(new Summary.Who(1, 7, 1L));
  }

  @Test
  void whatWasDerivedIsKeptWithItsMachines() throws IOException {
    worker.at(100).event(GET, 0, sameTasks, 1, "A");
    Timeline timeline = trace.end();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    trace.store.keep(out, KeptWriter.Course.PLAIN);
    MemorySegment image = MemorySegment.ofArray(out.toByteArray());
    Timeline kept = TimelineStore.kept(image, () -> {}).snapshot();
    assertThat(kept.hosts()).hasSameSizeAs(timeline.hosts());
    assertThat(kept.hosts().get(1).name()).isEqualTo("lab-1");
    assertThat(kept.hosts().get(1).uncertainty(100)).isEqualTo(50);
    assertThat(kept.processes()).isEqualTo(timeline.processes());
  }

  @Test
  void whatWasGotBeforeItWasPutWithinTheUncertaintyWasGotAtOnce() {
    worker.at(100).event(GET, 0, sameTasks, 1, "A");
    master.at(140).event(PUT, 0, tasks, 1, "A");
    Timeline timeline = trace.end();
    QueueTrack.Message message = timeline.queues().getFirst().message(0);
    assertThat(message.put()).isEqualTo(100);
    assertThat(message.get()).isEqualTo(100);
    assertThat(Explanation.sentence(timeline, new ThingRef.Message(0, 0)))
        .endsWith(
            "The clocks of the two machines may be off by 50 ns: they cannot tell whether it took"
                + " that long, or no time at all.");
  }

  @Test
  void whoPutsMayLookAtTheClockLate() {
    worker.at(100).event(GET, 0, sameTasks, 1, "A");
    master.at(130).event(PUT_REQUEST, 0, tasks, 0, null);
    master.at(900).event(PUT, 0, tasks, 1, "A");
    assertThat(trace.end().queues().getFirst().message(0).put()).isEqualTo(100);
  }

  @Test
  void whatWasGotLongerBeforeThatIsToldAsItIs() {
    worker.at(100).event(GET, 0, sameTasks, 1, "A");
    master.at(151).event(PUT, 0, tasks, 1, "A");
    Timeline timeline = trace.end();
    QueueTrack.Message message = timeline.queues().getFirst().message(0);
    assertThat(message.put()).isEqualTo(151);
    assertThat(Explanation.sentence(timeline, new ThingRef.Message(0, 0)))
        .contains("by the clocks 51 ns before it was put")
        .endsWith("one of them was set, or slept.");
  }

  @Test
  void ofAThreadAndAProcessElsewhereItIsSaidHowFarTheirTimesMayBeOff() {
    worker.at(100).event(GET, 0, sameTasks, 1, "A");
    master.at(200).event(PUT, 0, tasks, 2, "B");
    Timeline timeline = trace.end();
    String off = "It ran on lab-1, whose times may be off by 50 ns.";
    assertThat(Explanation.sentence(timeline, new ThingRef.Lane(1))).endsWith(off);
    assertThat(Explanation.sentence(timeline, new ThingRef.Process(1))).endsWith(off);
    assertThat(Explanation.sentence(timeline, new ThingRef.Lane(0))).doesNotContain("off by");
    assertThat(Explanation.sentence(timeline, new ThingRef.Host(1)))
        .startsWith("lab-1 is another machine, with 1 process of the program.")
        .endsWith("may have happened up to 50 ns before or after where it is drawn.");
  }

  @Test
  void whatTookLongerThanTheClocksMayBeOffNeedsNoWordOfThem() {
    master.at(100).event(PUT, 0, tasks, 1, "A");
    worker.at(200).event(GET, 0, sameTasks, 1, "A");
    assertThat(Explanation.sentence(trace.end(), new ThingRef.Message(0, 0)))
        .endsWith("got by Worker.");
  }

  @Test
  void theUncertaintyIsThatOfTheTime() {
    trace.host(1000, 1, "lab-1", 10);
    worker.at(1100).event(GET, 0, sameTasks, 1, "A");
    Timeline timeline = trace.end();
    HostTrack there = timeline.hosts().get(1);
    assertThat(there.uncertainty(-5)).isEqualTo(50);
    assertThat(there.uncertainty(999)).isEqualTo(50);
    assertThat(there.uncertainty(1000)).isEqualTo(10);
  }

  @Test
  void anEngineSpeaksOfTheProcessesOfItsOwnMachine() {
    SegmentInfo engine =
        new SegmentInfo(Path.of("e"), TracedRuntime.ENGINE, THERE | 3, 0, 0, 0, false);
    trace.store.segment(engine);
    trace.store.event(engine, CHILD_START, 0, 0, 0, 0, 9, 5, "tool");
    trace.store.event(engine, CHILD_EXIT, 0, 0, 0, 0, 3L << 32 | 9, 50, null);
    trace.store.event(engine, EventKind.HOST, 0, 0, 1, 0, 99, 0, "forged");
    worker.at(100).event(CHILD_START, Flags.FORK, 0, 8, "child");
    Timeline timeline = trace.end();
    ProcessTrack tool = timeline.processes().get(2);
    assertThat(tool.name()).isEqualTo("tool");
    assertThat(tool.host()).isOne();
    assertThat(tool.pid()).isEqualTo(9);
    ProcessTrack child = timeline.processes().get(3);
    assertThat(child.host()).isOne();
    assertThat(child.parent()).isOne();
    assertThat(timeline.hosts().get(1).name()).isEqualTo("lab-1");
  }

  @Test
  void machinesStandAboveTheirProcesses() {
    master.at(10).event(PUT, 0, tasks, 1, "A");
    worker.at(100).event(GET, 0, sameTasks, 1, "A");
    assertThat(rows(trace.end(), Folds.NONE))
        .containsExactly(
            "host 0", "process 0", "lane 0", "queue 0", "host 1", "process 1", "lane 1");
  }

  private static List<String> rows(Timeline timeline, Folds folds) {
    return Rows.of(timeline, folds, TrackKinds.STANDARD.kinds()).all().stream()
        .map(Row::key)
        .toList();
  }

  @Test
  void ofManyMachinesThoseMatterFirstOnWhichSomethingEndedBadly() {
    for (int host = 2; host <= 100; host++) {
      trace.host(0, host, "lab-" + host, 60);
      for (int pid = 1; pid <= 20; pid++) {
        trace
            .process((long) host << 32 | pid, "Worker")
            .thread(1, "main")
            .at(200)
            .event(SLEEP_BEGIN, 0, 5);
      }
    }
    SegmentInfo engine =
        new SegmentInfo(Path.of("e"), TracedRuntime.ENGINE, 77L << 32 | 3, 0, 0, 0, false);
    trace.store.segment(engine);
    trace.store.event(engine, CHILD_EXIT, 0, 0, 0, 0, 3L << 32 | 19, 500, null);
    Timeline timeline = trace.end();

    List<String> folded = rows(timeline, Folds.NONE);
    assertThat(folded).contains("host 0", "host 77", "host 1", "more-hosts " + HostRows.ALL);
    assertThat(folded.stream().filter(key -> key.startsWith("host"))).hasSize(5);
    assertThat(folded.stream().filter(key -> key.startsWith("process"))).hasSize(1);
    assertThat(HostRows.hidden(timeline, Folds.NONE, HostRows.ALL)).isEqualTo(96);

    Folds opened = Folds.NONE.toggleOpened(HostRows.NAME, 77);
    int failed =
        timeline.processes().stream()
            .filter(process -> process.host() == 77 && process.pid() == 19)
            .findFirst()
            .orElseThrow()
            .index();
    assertThat(rows(timeline, opened)).contains("process " + failed, "more-hosts 77");
    assertThat(HostRows.hidden(timeline, opened, 77)).isEqualTo(15);
    Folds more = opened.morePages(HostRows.NAME, 77).morePages(HostRows.NAME, HostRows.ALL);
    assertThat(HostRows.hidden(timeline, more, 77)).isZero();
    assertThat(rows(timeline, more).stream().filter(key -> key.startsWith("host"))).hasSize(50);
    Folds found =
        TrackKinds.STANDARD.reveal(timeline, Folds.NONE, new ThingRef.Process(failed + 20));
    assertThat(rows(timeline, found)).contains("process " + (failed + 20), "host 78");
  }
}
