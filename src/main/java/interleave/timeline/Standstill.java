package interleave.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which threads can never go on: each waits without a limit for something that only others of them
 * could give it. Who waits for a lock that only its owner may release waits for that owner, who
 * joins waits for the one it joins; what any thread may give, such as a permit, a message or a
 * result, any thread may give that is not known to wait itself. So it has to be known of a whole
 * process that nothing of it can go on; {@link Timeline#stillness} says so.
 *
 * <p>When in doubt a thread can go on.
 */
public final class Standstill {
  private final Timeline timeline;
  private final WaitingFor waits;

  /** Those that may turn out to stand still; they get fewer. */
  private final Set<Integer> lanes = new HashSet<>();

  private final Set<Integer> stuck = new HashSet<>();
  private final List<Integer> living = new ArrayList<>();

  private Standstill(Timeline timeline) {
    this.timeline = timeline;
    this.waits = new WaitingFor(timeline);
  }

  /** As it is at the end of what is known. */
  public static Standstill of(Timeline timeline) {
    Standstill standstill = new Standstill(timeline);
    if (!timeline.incomplete()) { // else whoever waits may have gone on
      standstill.find();
    }
    return standstill;
  }

  /** Whether nothing of the first process of the run can ever end it. */
  public boolean isWhole() {
    return !timeline.processes().isEmpty() && standsStill(0);
  }

  /**
   * Those of the processes of which every thread waits, if they wait for anything; those of the
   * first process first.
   */
  public List<Integer> members() {
    return living.stream()
        .filter(lane -> stuck.contains(timeline.lanes().get(lane).process()))
        .filter(lane -> !waits.isIdle(lane))
        .filter(lane -> !timeline.lanes().get(lane).service() || waits.isPut(lane))
        .toList();
  }

  /** Since when they all wait. */
  public long since() {
    return members().stream().mapToLong(waits::since).max().orElse(Timeline.OPEN);
  }

  private void find() {
    for (ProcessTrack process : timeline.processes()) {
      if (!waits.lives(process) || !process.tellsRunning()) { // a file may just end there
        continue;
      }
      for (int lane : process.lanes()) {
        if (waits.lives(timeline.lanes().get(lane))) {
          living.add(lane);
          lanes.add(lane);
        }
      }
      stuck.add(process.index());
    }
    int before = -1;
    while (lanes.size() + stuck.size() != before) {
      before = lanes.size() + stuck.size();
      lanes.removeIf(this::canGoOn);
      stuck.removeIf(process -> !allWait(process));
    }
  }

  private boolean canGoOn(int lane) {
    return switch (waits.of(lane)) {
      case WaitingFor.Nothing() -> true;
      case WaitingFor.Lanes(List<Integer> all) -> all.stream().noneMatch(this::isStuck);
      case WaitingFor.Processes(List<Integer> all) -> !all.stream().allMatch(this::standsStill);
      case WaitingFor.AnyOf(int process) -> !stuck.contains(process);
      case WaitingFor.Anybody() -> !waits.livingProcesses().allMatch(stuck::contains);
    };
  }

  /** Whether the lane will do nothing more, because it waits or because it has ended. */
  private boolean isStuck(int lane) {
    return lanes.contains(lane) || !waits.lives(timeline.lanes().get(lane));
  }

  /** Whether every thread of that process waits, and it has no others. */
  private boolean allWait(int process) {
    List<Integer> all =
        timeline.processes().get(process).lanes().stream().filter(living::contains).toList();
    return !all.isEmpty() && lanes.containsAll(all) && waits.knowsAll(process, all);
  }

  /** Whether all threads of a process that keep it alive are among those. */
  private boolean standsStill(int process) {
    List<ThreadLane> keepers =
        timeline.processes().get(process).lanes().stream()
            .map(timeline.lanes()::get)
            .filter(lane -> waits.lives(lane) && !lane.daemon() && !lane.service())
            .toList();
    return keepers.stream().allMatch(lane -> lanes.contains(lane.index()))
        && keepers.stream().anyMatch(lane -> !waits.isIdle(lane.index()));
  }
}
