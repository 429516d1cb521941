package interleave.file;

import interleave.timeline.Deadlock;
import interleave.timeline.GilTrack;
import interleave.timeline.LocalTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.OutputTrack;
import interleave.timeline.PipeTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.Site;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a timeline holds, a line for each thing; times are nanoseconds since its start. What a later
 * version may see more finely, such as what a thread does when, is left out.
 */
final class ToldTimeline {
  private static final int LONG = 40;

  private final Timeline timeline;
  private final List<String> lines = new ArrayList<>();

  private ToldTimeline(Timeline timeline) {
    this.timeline = timeline;
  }

  static List<String> of(Timeline timeline) {
    ToldTimeline told = new ToldTimeline(timeline);
    timeline.processes().forEach(told::process);
    timeline.lanes().forEach(told::lane);
    timeline.locks().forEach(told::lock);
    timeline.synchronizers().forEach(told::synchronizer);
    timeline.queues().forEach(told::queue);
    timeline.pools().forEach(told::pool);
    timeline.variables().forEach(told::variable);
    timeline.locals().forEach(told::local);
    timeline.pipes().forEach(told::pipe);
    timeline.gils().forEach(told::gil);
    timeline.phases().forEach(told::phase);
    timeline.arrows().forEach(told::arrow);
    timeline.deadlocks().forEach(told::deadlock);
    for (int i = 0; i < timeline.output().size(); i++) {
      told.output(timeline.output().line(i));
    }
    timeline.gaps().forEach(it -> told.say("gap", it.events(), at(timeline, it.from())));
    Timeline.Counters counters = timeline.counters();
    told.say("events", counters.events(), "lost", counters.lost(), "skipped", counters.skipped());
    told.say("until", at(timeline, timeline.now()));
    return told.lines;
  }

  private void say(Object... words) {
    lines.add(
        Stream.of(words)
            .map(String::valueOf)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" ")));
  }

  private static String at(Timeline timeline, long time) {
    return time == Timeline.OPEN ? "open" : Long.toString(time - timeline.start());
  }

  private String at(long time) {
    return at(timeline, time);
  }

  private String who(int lane) {
    if (lane < 0) {
      return "nobody";
    }
    ThreadLane found = timeline.lanes().get(lane);
    return found.name() + "@" + process(found.process());
  }

  private String process(int index) {
    return index < 0 ? "none" : Long.toString(timeline.processes().get(index).pid());
  }

  private String place(int site) {
    Site found = timeline.site(site);
    return found.simpleFile() + ":" + found.line();
  }

  private void process(ProcessTrack process) {
    ProcessTrack.Exit exit = process.exit();
    ProcessTrack.Origin origin = process.origin();
    say(
        "process",
        process.pid(),
        "of " + process(process.parent()),
        process.name(),
        process.traced() ? process.runtime() : "untraced",
        process.interpreter().name(),
        origin.method(),
        origin.daemon() ? "daemon" : "",
        origin.service() ? "service" : "",
        "under " + origin.systemParent(),
        at(process.start()),
        at(process.end()),
        exit == null ? "" : exit.code() + " " + exit.signal());
  }

  private void lane(ThreadLane lane) {
    say(
        "lane",
        who(lane.index()),
        lane.id(),
        lane.kind(),
        lane.daemon() ? "daemon" : "",
        lane.service() ? "service" : "",
        at(lane.start()),
        at(lane.end()),
        lane.holds().size() + " holds");
  }

  private void lock(LockTrack lock) {
    say(
        lock.monitor() ? "monitor" : "lock",
        lock.name(),
        "of " + process(lock.process()),
        lock.acquires() + " acquires",
        lock.contended() + " contended",
        lock.unmet() + " unmet",
        "waited " + lock.waitNs(),
        "held " + lock.holdNs(),
        lock.mostSharing() + " together",
        lock.optimisticReads() + " optimistic",
        lock.sums() + " sums",
        lock.owners().stream().map(it -> who(it.lane()) + "=" + it.acquires()).sorted().toList());
  }

  private void synchronizer(SynchronizerTrack each) {
    say(
        each.kind().name().toLowerCase(Locale.ROOT),
        each.name(),
        "of " + process(each.process()),
        each.levelAt(timeline.now()) + "/" + each.totalAt(timeline.now()),
        "waited " + each.waitNs(),
        IntStream.range(0, each.waits())
            .mapToObj(each::wait)
            .map(it -> who(it.lane()) + " " + it.outcome() + " by " + who(it.by()))
            .toList(),
        IntStream.range(0, each.openings())
            .mapToObj(each::opening)
            .map(it -> it.cause() + " " + at(it.time()) + " " + who(it.lane()) + " " + it.let())
            .toList());
  }

  private void queue(QueueTrack queue) {
    say("queue", queue.name(), queue.capacity(), queue.puts(), queue.gets(), queue.lost());
    for (int i = 0; i < queue.messages(); i++) {
      QueueTrack.Message message = queue.message(i);
      say(
          "message of " + queue.name(),
          message.preview(),
          who(message.fromLane()),
          at(message.put()),
          who(message.toLane()),
          at(message.get()),
          message.loss());
    }
  }

  private void pool(PoolTrack pool) {
    say("pool", pool.name(), pool.workers().stream().map(it -> who(it.lane())).sorted().toList());
    for (PoolTrack.Task task : pool.tasks()) {
      say(
          "task of " + pool.name(),
          task.name(),
          who(task.submitter()),
          at(task.submitted()),
          who(task.lane()),
          at(task.started()),
          at(task.ended()),
          task.told(),
          task.before(),
          task.forked() ? "forked" : "",
          task.stolen() ? "stolen" : "");
    }
  }

  private void variable(VariableTrack variable) {
    say("variable", variable.name(), variable.type(), variable.lostUpdates() + " lost updates");
    for (int i = 0; i < variable.size(); i++) {
      say(
          (variable.write(i) ? "write of " : "read of ") + variable.name(),
          variable.type().show(variable.bits(i)),
          who(variable.lane(i)),
          at(variable.time(i)),
          place(variable.site(i)),
          variable.isLost(i) ? "lost" : "");
    }
  }

  private void local(LocalTrack local) {
    say(
        local.scoped() ? "scoped" : "local",
        local.name(),
        who(local.lane()),
        IntStream.range(0, local.size())
            .mapToObj(i -> local.value(i) + " " + at(local.from(i)) + " " + at(local.until(i)))
            .toList(),
        local.reads() + " reads");
  }

  private void pipe(PipeTrack pipe) {
    say(
        "pipe",
        pipe.stream(),
        process(pipe.child()),
        pipe.bytes() + " bytes",
        pipe.transfers() + " transfers",
        "waited " + pipe.waitedNs(),
        at(pipe.closed()));
  }

  private void gil(GilTrack gil) {
    say(
        "gil",
        process(gil.process()),
        gil.holds().size() + " holds",
        "held " + gil.heldNs(),
        gil.handovers() + " handovers",
        gil.shortHandovers() + " short");
  }

  private void phase(ProgramPhase phase) {
    say("phase", phase.name(), at(phase.start()), at(phase.end()), phase.work());
  }

  private void arrow(Timeline.Arrow arrow) {
    say(
        "arrow",
        arrow.kind(),
        process(arrow.fromProcess()),
        who(arrow.fromLane()),
        at(arrow.fromTime()),
        process(arrow.toProcess()),
        who(arrow.toLane()),
        at(arrow.toTime()));
  }

  private void deadlock(Deadlock deadlock) {
    say(
        "deadlock",
        at(deadlock.since()),
        at(deadlock.end()),
        deadlock.resolved() ? "resolved" : "",
        deadlock.members().stream()
            .map(it -> who(it.lane()) + " for " + timeline.locks().get(it.lock()).name())
            .sorted()
            .toList());
  }

  private void output(OutputTrack.Line line) {
    String text = line.text();
    say(
        line.stderr() ? "stderr" : "stdout",
        process(line.process()),
        who(line.lane()),
        at(line.time()),
        text.length() < LONG ? text : text.substring(0, LONG) + "… " + text.length());
  }
}
