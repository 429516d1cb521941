package interleave.timeline.picture;

import interleave.timeline.ThreadState;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.track.View;
import interleave.words.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Explains colours and patterns, but only those that are in sight. */
final class Legend {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final int MOST_THREADS = 6;
  private static final int MOST_COLOURS = 4;

  private final Brush brush;
  private final double right;
  private final double y;
  private double x;

  private Legend(Brush brush, double x, double right, double y) {
    this.brush = brush;
    this.x = x;
    this.right = right;
    this.y = y;
  }

  static void draw(View view, Brush brush, double top) {
    double left = view.frame().left();
    brush.fill(0, top, view.frame().width(), view.frame().height() - top, 0, Role.BACKGROUND);
    brush.line(left, top + 0.5, view.frame().trackRight(), top + 0.5, Role.RULE, 1);
    brush
        .hits()
        .rect(0, top, view.frame().width(), view.frame().height() - top, Hit.of(Part.LEGEND));
    double y = top + view.frame().legend() / 2 + 1;
    Legend legend = new Legend(brush, left + 12, view.frame().trackRight(), y);
    legend.states(view.timeline().seesThreads());
    legend.explained(0, LegendEntry.THREADS);
    legend.threads(view).forEach(legend::swatches);
    legend.explained(LegendEntry.THREADS, Integer.MAX_VALUE);
  }

  /** What was seen of those ranks, as far as there is room. */
  private void explained(int from, int to) {
    brush.explained().stream()
        .filter(entry -> entry.rank() >= from && entry.rank() < to)
        .sorted(Comparator.comparingInt(LegendEntry::rank))
        .forEach(this::entry);
  }

  private void entry(LegendEntry entry) {
    String text = entry.text().get();
    if (room(text)) {
      entry.swatch().draw(brush, x, y);
      words(text);
    }
  }

  /**
   * Where the system was not asked, running may be waiting, too; that many words come last, so that
   * the others have room.
   */
  private void states(boolean seen) {
    for (ThreadState state : ThreadState.values()) {
      if (brush.states().contains(state) && (seen || state != ThreadState.RUNNING)) {
        state(state, WORDS.get("legend." + state));
      }
    }
    if (!seen && brush.states().contains(ThreadState.RUNNING)) {
      state(ThreadState.RUNNING, WORDS.get("legend.unseen"));
    }
  }

  private void state(ThreadState state, String text) {
    if (room(text)) {
      brush.state(x, y - 6, LegendEntry.SWATCH, 12, state, x);
      words(text);
    }
  }

  /** The colours of each name in sight: a program may name one thread after another alike. */
  private Map<String, Set<Role>> threads(View view) {
    Map<String, Set<Role>> colours = new LinkedHashMap<>();
    for (int lane : brush.threads()) {
      if (lane >= 0 && lane < view.timeline().lanes().size()) {
        String name = view.timeline().lanes().get(lane).name();
        if (colours.containsKey(name) || colours.size() < MOST_THREADS) {
          colours.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(Role.thread(lane));
        }
      }
    }
    return colours;
  }

  private void swatches(String name, Set<Role> colours) {
    double more = (Math.min(MOST_COLOURS, colours.size()) - 1) * (LegendEntry.SWATCH + 2);
    if (x + more + LegendEntry.SWATCH + 6 + brush.width(Face.BODY, name) <= right) {
      List<Role> shown = colours.stream().limit(MOST_COLOURS).toList();
      for (int i = 0; i < shown.size(); i++) {
        brush.fill(
            x + i * (LegendEntry.SWATCH + 2), y - 6, LegendEntry.SWATCH, 12, 2, shown.get(i));
      }
      x += more;
      words(name);
    }
  }

  private boolean room(String text) {
    return x + LegendEntry.SWATCH + 6 + brush.width(Face.BODY, text) <= right;
  }

  private void words(String text) {
    brush.words(x + LegendEntry.SWATCH + 6, y, text, Face.BODY, Role.MUTED);
    x += LegendEntry.SWATCH + 6 + brush.width(Face.BODY, text) + 24;
  }
}
