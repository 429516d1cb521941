package interleave.timeline.track;

import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.Row;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where events were dropped: a red veil over all rows of the process, which says how many. What the
 * lanes show beneath is what is known, not what was.
 */
final class GapMarks {
  private static final Words WORDS = Words.of("timeline/draw");

  private static final LegendEntry LOST_EVENTS =
      LegendEntry.plain(70, () -> WORDS.get("legend.lost-events"), Role.GAP);

  private static final double NARROWEST = 3;

  private GapMarks() {}

  static void draw(View view, Space space, Brush brush) {
    List<Timeline.Gap> gaps = view.timeline().gaps();
    if (gaps.isEmpty()) {
      return;
    }
    merged(gaps).forEach((process, ofIt) -> ofIt.forEach(gap -> gap(view, space, gap, brush)));
  }

  /** A tracer tells of one gap again and again while it grows; overlapping ones are one. */
  private static Map<Integer, List<Timeline.Gap>> merged(List<Timeline.Gap> gaps) {
    Map<Integer, List<Timeline.Gap>> all = new HashMap<>();
    for (Timeline.Gap gap : gaps) {
      List<Timeline.Gap> ofIt = all.computeIfAbsent(gap.process(), _ -> new ArrayList<>());
      Timeline.Gap last = ofIt.isEmpty() ? null : ofIt.getLast();
      if (last != null && gap.from() <= last.to()) {
        ofIt.removeLast();
        ofIt.add(
            new Timeline.Gap(
                gap.process(),
                Math.min(gap.from(), last.from()),
                Math.max(gap.to(), last.to()),
                gap.events() + last.events()));
      } else {
        ofIt.add(gap);
      }
    }
    return all;
  }

  private static void gap(View view, Space space, Timeline.Gap gap, Brush brush) {
    double left = Math.max(space.left() - 2, space.x(gap.from()));
    double right = Math.min(space.right(), space.x(gap.to()));
    Row header = space.row(ProcessHeader.NAME, gap.process());
    if (header == null || right < space.left() || left > space.right()) {
      return;
    }
    double width = Math.max(NARROWEST, right - left);
    double top = space.top(header);
    double bottom = space.bottom(gap.process());
    brush.seen(LOST_EVENTS);
    brush.fill(left, top, width, bottom - top, 0, Role.GAP, 0.16);
    brush.line(left, top, left, bottom, Role.GAP, 1, Mark.Stroke.DASHED);
    brush.line(left + width, top, left + width, bottom, Role.GAP, 1, Mark.Stroke.DASHED);
    String text = WORDS.count("events-lost", gap.events(), VariableBand.count(gap.events()));
    double room = brush.width(Face.SMALL_STRONG, text) + 10;
    double x = Math.max(space.left(), Math.min(left + 3, space.right() - room));
    brush.fill(x, top + 3, room, header.height() - 7, 3, Role.BACKGROUND);
    brush.words(x + 5, top + header.height() / 2, text, Face.SMALL_STRONG, Role.RED);
  }
}
