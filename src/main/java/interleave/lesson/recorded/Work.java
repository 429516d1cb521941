package interleave.lesson.recorded;

import interleave.scenario.expression.Thing;
import interleave.timeline.CrowdTrack;
import interleave.timeline.PipeTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.PoolTrack.Task;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.QueueTrack.Message;
import interleave.timeline.Timeline;
import java.util.List;
import java.util.stream.IntStream;

/** What is handed over in a run: messages and tasks; and the parts that the program told apart. */
final class Work {
  private record Sent(QueueTrack queue, Message message) {}

  private record Given(PoolTrack pool, Task task) {}

  private final Timeline timeline;

  Work(Timeline timeline) {
    this.timeline = timeline;
  }

  private String process(int index) {
    return index < 0 ? "" : timeline.processes().get(index).name();
  }

  private String thread(int lane) {
    return lane < 0 ? "" : timeline.lanes().get(lane).name();
  }

  private double since(long time) {
    return Attributes.since(timeline, time);
  }

  List<Thing> queues() {
    return new Attributes<QueueTrack>()
        .text("name", QueueTrack::name)
        .number("capacity", QueueTrack::capacity)
        .number("puts", QueueTrack::puts)
        .number("gets", QueueTrack::gets)
        .number("lost", QueueTrack::lost)
        .number("most", QueueTrack::maxDepth)
        .of(timeline.queues());
  }

  List<Thing> messages() {
    List<Sent> all =
        timeline.queues().stream()
            .flatMap(
                queue ->
                    IntStream.range(0, queue.messages())
                        .mapToObj(i -> new Sent(queue, queue.message(i))))
            .toList();
    return new Attributes<Sent>()
        .text("queue", sent -> sent.queue().name())
        .text("text", sent -> sent.message().preview())
        .text("from", sent -> thread(sent.message().fromLane()))
        .text("to", sent -> thread(sent.message().toLane()))
        .number("start", sent -> since(sent.message().put()))
        .number("end", sent -> since(sent.message().get()))
        .number("length", sent -> since(sent.message().get()) - since(sent.message().put()))
        .truth("lost", sent -> sent.message().lost())
        .of(all);
  }

  List<Thing> pools() {
    return new Attributes<PoolTrack>()
        .text("name", PoolTrack::name)
        .number("tasks", pool -> pool.tasks().size())
        .number("workers", pool -> pool.workers().size())
        .number("stolen", PoolTrack::stolen)
        .of(timeline.pools());
  }

  List<Thing> tasks() {
    List<Given> all =
        timeline.pools().stream()
            .flatMap(pool -> pool.tasks().stream().map(task -> new Given(pool, task)))
            .toList();
    return new Attributes<Given>()
        .text("name", given -> given.task().name())
        .text("pool", given -> given.pool().name())
        .text("thread", given -> thread(given.task().lane()))
        .text("process", given -> worker(given.task()))
        .number("submitted", given -> since(given.task().submitted()))
        .number("start", given -> since(given.task().started()))
        .number("end", given -> since(given.task().ended()))
        .number("waited", given -> since(given.task().started()) - since(given.task().submitted()))
        .number("length", given -> since(given.task().ended()) - since(given.task().started()))
        .truth("ended", given -> given.task().ended() != Timeline.OPEN)
        .truth("failed", given -> given.task().failed())
        .truth("cancelled", given -> "cancelled".equals(given.task().outcome()))
        .truth("lost", given -> given.task().lost())
        .truth("stolen", given -> given.task().stolen())
        .text("result", given -> given.task().result())
        .of(all);
  }

  private String worker(Task task) {
    return task.lane() < 0 ? "" : process(timeline.lanes().get(task.lane()).process());
  }

  List<Thing> crowds() {
    return new Attributes<CrowdTrack>()
        .text("process", crowd -> process(crowd.process()))
        .truth("virtual", CrowdTrack::virtual)
        .truth("tasks", CrowdTrack::tasks)
        .number("threads", crowd -> crowd.lanes().size())
        .number("most", CrowdTrack::most)
        .number("carriers", crowd -> crowd.carriers().size())
        .of(timeline.crowds());
  }

  List<Thing> pipes() {
    return new Attributes<PipeTrack>()
        .text("process", pipe -> process(pipe.process()))
        .text("child", pipe -> process(pipe.child()))
        .text("stream", pipe -> Attributes.word(pipe.stream()))
        .number("bytes", PipeTrack::bytes)
        .number("waited", PipeTrack::waitedNs)
        .of(timeline.pipes());
  }

  List<Thing> phases() {
    return new Attributes<ProgramPhase>()
        .text("name", ProgramPhase::name)
        .text("process", phase -> process(phase.process()))
        .number("start", phase -> since(phase.start()))
        .number("end", phase -> since(phase.end()))
        .number("length", phase -> since(phase.end()) - since(phase.start()))
        .truth("ended", phase -> phase.end() != Timeline.OPEN)
        .number("times", phase -> phase.speedUp(timeline))
        .of(timeline.phases());
  }
}
