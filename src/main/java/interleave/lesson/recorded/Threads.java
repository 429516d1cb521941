package interleave.lesson.recorded;

import interleave.scenario.expression.Thing;
import interleave.timeline.OutputTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Threads and processes of a run, what they did when, and what they printed. */
final class Threads {
  /** More of them than that no lesson looks at. */
  private static final int MOST = 1_000_000;

  /** A stretch of what a thread did. */
  private record Span(ThreadLane lane, Spans spans, int index) {
    long start() {
      return spans.start(index);
    }

    long end() {
      return spans.end(index);
    }
  }

  private final Timeline timeline;

  Threads(Timeline timeline) {
    this.timeline = timeline;
  }

  private Stream<ThreadLane> lanes() {
    return timeline.lanes().stream().filter(lane -> !lane.service());
  }

  private String process(int index) {
    return index < 0 ? "" : timeline.processes().get(index).name();
  }

  private double since(long time) {
    return Attributes.since(timeline, time);
  }

  private double length(long start, long end) {
    return since(end) - since(start);
  }

  List<Thing> threads() {
    Attributes<ThreadLane> thread =
        new Attributes<ThreadLane>()
            .text("name", ThreadLane::name)
            .text("kind", lane -> Attributes.word(lane.kind()))
            .text("process", lane -> process(lane.process()))
            .truth("main", this::isMain)
            .truth("daemon", ThreadLane::daemon)
            .number("start", lane -> since(lane.start()))
            .number("end", lane -> since(lane.end()))
            .number("length", lane -> length(lane.start(), lane.end()))
            .truth("ended", lane -> lane.end() != Timeline.OPEN);
    for (ThreadState state : ThreadState.values()) {
      thread.number(
          Attributes.word(state),
          lane -> lane.spans().nanosIn(state, lane.start(), Math.min(lane.end(), timeline.now())));
    }
    return thread.of(lanes().toList());
  }

  private boolean isMain(ThreadLane lane) {
    return timeline.processes().get(lane.process()).lanes().getFirst() == lane.index();
  }

  List<Thing> processes() {
    return new Attributes<ProcessTrack>()
        .text("name", ProcessTrack::name)
        .text("parent", process -> process(process.parent()))
        .truth("main", process -> process.parent() < 0)
        .text("method", process -> process.origin().method())
        .number("start", process -> since(process.start()))
        .number("end", process -> since(process.died()))
        .number("length", process -> length(process.start(), process.died()))
        .truth("ended", process -> process.end() != Timeline.OPEN)
        .number("exit", Threads::exit)
        .text("signal", Threads::signal)
        .number(
            "zombie", process -> process.wasZombie() ? length(process.died(), process.end()) : 0)
        .text("pid", process -> process.hasPid() ? Long.toString(process.pid()) : "")
        .text("became", process -> turn(process, ProcessTrack.Turn.Sort.EXEC))
        .text("adopter", process -> turn(process, ProcessTrack.Turn.Sort.ADOPTED))
        .number("threads", process -> lanes().filter(it -> it.process() == process.index()).count())
        .of(timeline.processes().stream().filter(it -> !it.origin().service()).toList());
  }

  /** Which program it became last, or who is its parent since its own ended; empty for nothing. */
  private String turn(ProcessTrack process, ProcessTrack.Turn.Sort sort) {
    String last = "";
    for (ProcessTrack.Turn turn : process.turns()) {
      if (turn.sort() == sort) {
        last = sort == ProcessTrack.Turn.Sort.EXEC ? turn.text() : parent(process, turn);
      }
    }
    return last;
  }

  private String parent(ProcessTrack of, ProcessTrack.Turn turn) {
    return timeline.processes().stream()
        .filter(it -> it.pid() == turn.pid() && it.host() == of.host())
        .map(ProcessTrack::name)
        .findFirst()
        .orElse((turn.text().isEmpty() ? "" : turn.text() + ", ") + "pid " + turn.pid());
  }

  static double exit(ProcessTrack process) {
    ProcessTrack.Exit exit = process.exit();
    return exit == null || exit.code() == null ? Double.NaN : exit.code();
  }

  static String signal(ProcessTrack process) {
    ProcessTrack.Exit exit = process.exit();
    return exit == null || exit.signal() == null ? "" : exit.signal();
  }

  private List<Span> all(Function<ThreadLane, Spans> of) {
    return lanes()
        .flatMap(
            lane ->
                IntStream.range(0, of.apply(lane).size())
                    .mapToObj(i -> new Span(lane, of.apply(lane), i)))
        .limit(MOST)
        .toList();
  }

  List<Thing> spans() {
    return lasting()
        .text("state", span -> Attributes.word(span.spans().state(span.index())))
        .text("verb", span -> Attributes.word(span.spans().verb(span.index())))
        .text("about", span -> Attributes.word(span.spans().about(span.index())))
        .text("label", span -> span.spans().label(span.index()))
        .of(all(ThreadLane::spans));
  }

  List<Thing> holds() {
    return lasting()
        .text("lock", span -> timeline.locks().get(span.spans().object(span.index())).name())
        .truth("shared", span -> span.spans().shared(span.index()))
        .of(all(ThreadLane::holds));
  }

  private Attributes<Span> lasting() {
    return new Attributes<Span>()
        .text("thread", span -> span.lane().name())
        .number("start", span -> since(span.start()))
        .number("end", span -> since(span.end()))
        .number("length", span -> length(span.start(), span.end()));
  }

  List<Thing> lines() {
    OutputTrack output = timeline.output();
    return new Attributes<OutputTrack.Line>()
        .text("text", OutputTrack.Line::text)
        .text("thread", line -> line.lane() < 0 ? "" : timeline.lanes().get(line.lane()).name())
        .text("process", line -> process(line.process()))
        .truth("error", OutputTrack.Line::stderr)
        .number("time", line -> since(line.time()))
        .of(IntStream.range(0, Math.min(MOST, output.size())).mapToObj(output::line).toList());
  }
}
