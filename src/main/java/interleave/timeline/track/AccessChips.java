package interleave.timeline.track;

import interleave.timeline.ThreadLane;
import interleave.timeline.VariableTrack;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.TimeScale;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes of variables as chips within a thread's lane: {@code read 0}, {@code write 5}.
 * Only where one looks so closely that all of them have room; otherwise there are none.
 */
final class AccessChips {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final AccessChips NONE = new AccessChips(List.of());
  private static final int MOST = 60;

  private final List<Chip> chips;

  private AccessChips(List<Chip> chips) {
    this.chips = chips;
  }

  private record Chip(double x, double width, String text) {}

  static AccessChips of(View view, Space space, ThreadLane lane, Brush brush) {
    TimeScale scale = space.scale();
    List<Chip> chips = new ArrayList<>();
    for (VariableTrack variable : view.timeline().variables()) {
      int first = variable.at(space.from() - 1) + 1; // what is at the very edge, too
      int last = variable.at(space.to());
      if (last - first > MOST) {
        return NONE;
      }
      for (int i = first; i <= last; i++) {
        if (variable.lane(i) == lane.index()) {
          String value = variable.shown(i);
          String text = WORDS.get(variable.write(i) ? "chip.write" : "chip.read", value);
          double width = brush.width(Face.CODE_SMALL, text) + 16;
          long time = variable.time(i);
          double x = view.timeline().countsSteps() ? column(time, view, scale) : scale.x(time);
          // At the edge it would be cut.
          chips.add(new Chip(Math.max(space.left(), x - width / 2), width, text));
        }
      }
    }
    if (view.timeline().countsSteps()
        && chips.stream().anyMatch(chip -> chip.width > scale.width(TimeText.STEP))) {
      return NONE; // it would lie over the steps of others
    }
    chips.sort((a, b) -> Double.compare(a.x, b.x));
    for (int i = 1; i < chips.size(); i++) {
      if (chips.get(i - 1).x + chips.get(i - 1).width + 2 > chips.get(i).x) {
        return NONE;
      }
    }
    return new AccessChips(chips);
  }

  /** The middle of the step in which that is. */
  private static double column(long time, View view, TimeScale scale) {
    long step = Math.floorDiv(time - view.timeline().start(), TimeText.STEP);
    return scale.x(view.timeline().start() + step * TimeText.STEP + TimeText.STEP / 2);
  }

  boolean isEmpty() {
    return chips.isEmpty();
  }

  void draw(double y, double height, Brush brush) {
    for (Chip chip : chips) {
      brush.fill(chip.x, y, chip.width, height, 2, Role.RUNNING);
      brush.words(
          chip.x + chip.width / 2,
          y + height / 2,
          chip.text,
          Face.CODE_SMALL,
          Role.ON_RUNNING,
          chip.width,
          Mark.Align.CENTER);
    }
  }
}
