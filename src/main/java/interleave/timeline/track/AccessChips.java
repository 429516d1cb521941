package interleave.timeline.track;

import interleave.timeline.ThreadLane;
import interleave.timeline.VariableTrack;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.TimeScale;
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
      int first = variable.at(space.from()) + 1;
      int last = variable.at(space.to());
      if (last - first > MOST) {
        return NONE;
      }
      for (int i = first; i <= last; i++) {
        if (variable.lane(i) == lane.index()) {
          String value = variable.shown(i);
          String text = WORDS.get(variable.write(i) ? "chip.write" : "chip.read", value);
          double width = brush.width(Face.CODE_SMALL, text) + 16;
          chips.add(new Chip(scale.x(variable.time(i)) - width / 2, width, text));
        }
      }
    }
    chips.sort((a, b) -> Double.compare(a.x, b.x));
    for (int i = 1; i < chips.size(); i++) {
      if (chips.get(i - 1).x + chips.get(i - 1).width + 2 > chips.get(i).x) {
        return NONE;
      }
    }
    return new AccessChips(chips);
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
