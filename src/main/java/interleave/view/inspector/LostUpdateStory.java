package interleave.view.inspector;

import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.layout.Lanes;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** A lost update in its steps: who read what, who wrote what, in the order in which it happened. */
public final class LostUpdateStory {
  private static final Words WORDS = Words.of("view/inspector");

  /**
   * One step.
   *
   * @param after nanoseconds since the first step
   * @param lost whether it is the write that is lost
   */
  public record Step(
      int number, int lane, String who, String does, long time, long after, boolean lost) {}

  private LostUpdateStory() {}

  /** The steps, first to last. */
  public static List<Step> of(Timeline timeline, VariableTrack variable, int index) {
    VariableTrack.LostUpdate lost = variable.lostUpdate(index);
    List<Integer> accesses = new ArrayList<>();
    for (int access :
        new int[] {lost.read(), lost.lostRead(), lost.lostWrite(), lost.overwrite()}) {
      if (access >= 0 && !accesses.contains(access)) {
        accesses.add(access);
      }
    }
    accesses.sort(Integer::compare);
    List<Step> steps = new ArrayList<>();
    long first = accesses.isEmpty() ? 0 : variable.time(accesses.getFirst());
    for (int access : accesses) {
      boolean gone = access == lost.lostWrite();
      String does =
          WORDS.get(
              gone ? "lost.lost" : variable.write(access) ? "lost.writes" : "lost.reads",
              variable.shown(access));
      steps.add(
          new Step(
              steps.size() + 1,
              variable.lane(access),
              Lanes.name(timeline, variable.lane(access)),
              does,
              variable.time(access),
              variable.time(access) - first,
              gone));
    }
    return steps;
  }
}
