package interleave.lesson.recorded;

import interleave.scenario.expression.Thing;
import interleave.timeline.Deadlock;
import interleave.timeline.GilTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.explain.Explanation;
import interleave.timeline.order.Races;
import java.util.List;
import java.util.stream.IntStream;

/** What threads of a run share: locks, synchronizers, variables. */
final class Shared {
  private final Timeline timeline;

  Shared(Timeline timeline) {
    this.timeline = timeline;
  }

  private String process(int index) {
    return index < 0 ? "" : timeline.processes().get(index).name();
  }

  List<Thing> locks() {
    long now = timeline.now();
    return new Attributes<LockTrack>()
        .text("name", LockTrack::name)
        .text("process", lock -> process(lock.process()))
        .truth("monitor", LockTrack::monitor)
        .number("acquires", LockTrack::acquires)
        .number("contended", LockTrack::contended)
        .number("waited", lock -> lock.waitNs(now))
        .number("longest_wait", lock -> lock.longestWaitNs(now))
        .number("held", lock -> lock.holdNs(now))
        .number("most_sharing", LockTrack::mostSharing)
        .number("owners", lock -> lock.owners(now).size())
        .of(timeline.locks().stream().filter(lock -> lock.acquires() > 0).toList());
  }

  List<Thing> synchronizers() {
    return new Attributes<SynchronizerTrack>()
        .text("name", SynchronizerTrack::name)
        .text("kind", track -> Attributes.word(track.kind()))
        .text("process", track -> process(track.process()))
        .number("waits", SynchronizerTrack::waits)
        .number("waited", SynchronizerTrack::waitNs)
        .number("longest_wait", SynchronizerTrack::longestWaitNs)
        .number("openings", SynchronizerTrack::openings)
        .number("most", SynchronizerTrack::maxLevel)
        .number("most_holders", Shared::mostHolders)
        .of(timeline.synchronizers());
  }

  private static double mostHolders(SynchronizerTrack track) {
    return IntStream.range(0, track.steps())
        .map(step -> track.holdersAt(track.stepTime(step)).size())
        .max()
        .orElse(0);
  }

  List<Thing> variables() {
    return new Attributes<VariableTrack>()
        .text("name", VariableTrack::name)
        .text("process", variable -> process(variable.process()))
        .number("reads", VariableTrack::reads)
        .number("writes", VariableTrack::writes)
        .number("lost_updates", VariableTrack::lostUpdates)
        .number("first", variable -> value(variable, 0))
        .number("value", variable -> value(variable, variable.size() - 1))
        .number("races", variable -> Races.of(timeline, variable).size())
        .text("sentence", this::sentence)
        .of(timeline.variables());
  }

  /** What is said of its last access. */
  private String sentence(VariableTrack variable) {
    return variable.size() == 0
        ? ""
        : Explanation.sentence(
            timeline, new ThingRef.Access(variable.index(), variable.size() - 1));
  }

  private static double value(VariableTrack variable, int access) {
    return access < 0 || access >= variable.size() ? Double.NaN : variable.number(access);
  }

  List<Thing> deadlocks() {
    return new Attributes<Deadlock>()
        .number("since", ring -> Attributes.since(timeline, ring.since()))
        .number("members", ring -> ring.members().size())
        .text(
            "sentence", ring -> Explanation.sentence(timeline, new ThingRef.Deadlock(ring.index())))
        .truth("passing", Deadlock::isPassing)
        .of(timeline.deadlocks());
  }

  List<Thing> gils() {
    return new Attributes<GilTrack>()
        .text("process", gil -> process(gil.process()))
        .number("held", GilTrack::heldNs)
        .number("handovers", GilTrack::handovers)
        .number("longest", GilTrack::longestNs)
        .of(timeline.gils());
  }
}
