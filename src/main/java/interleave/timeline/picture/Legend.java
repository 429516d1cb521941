package interleave.timeline.picture;

import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.StateKey;
import interleave.timeline.track.View;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Explains colours and patterns, but only those that are in sight: in one line, in as many as there
 * is room for where one is too short, and where those are too short it says how many are missing.
 * At the right stands how many arrows are drawn, which is the switch that hides them; a printed
 * picture, which has none, says it only where some are missing.
 */
final class Legend {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final int MOST_THREADS = 6;
  private static final int MOST_COLOURS = 4;

  private static final double GAP = 24;
  private static final double LINE = 17;

  private final Brush brush;
  private final List<Entry> entries = new ArrayList<>();

  private Legend(Brush brush) {
    this.brush = brush;
  }

  /** A swatch of some width, and words. */
  private record Entry(String text, double swatch, LegendEntry.Swatch drawing) {}

  /**
   * Draws it.
   *
   * @return how many entries are missing
   */
  static int draw(View view, Brush brush, double top, boolean printed) {
    Legend legend = new Legend(brush);
    legend.states(view.timeline());
    legend.explained(0, LegendEntry.THREADS);
    legend.threads(view).forEach(legend::swatches);
    legend.explained(LegendEntry.THREADS, Integer.MAX_VALUE);
    double y = ground(view, brush, top);
    return legend.written(view, legend.arrows(view, view.frame().trackRight(), y, printed), y);
  }

  /** Draws one of the states alone: all else could tell what is to be found out. */
  static int states(View view, Brush brush, double top) {
    Legend legend = new Legend(brush);
    legend.states(view.timeline());
    double y = ground(view, brush, top);
    return legend.written(view, view.frame().trackRight(), y);
  }

  /** Where it is; the height of its middle. */
  private static double ground(View view, Brush brush, double top) {
    double left = view.frame().left();
    brush.fill(0, top, view.frame().width(), view.frame().height() - top, 0, Role.BACKGROUND);
    brush.line(left, top + 0.5, view.frame().trackRight(), top + 0.5, Role.RULE, 1);
    brush
        .hits()
        .rect(0, top, view.frame().width(), view.frame().height() - top, Hit.of(Part.LEGEND));
    return top + view.frame().legend() / 2 + 1;
  }

  private int written(View view, double right, double y) {
    return write(view.frame().left() + 12, right, y, (int) (view.frame().legend() / LINE));
  }

  /** Says how many arrows are drawn at the right; where the room to the left of that ends. */
  private double arrows(View view, double right, double y, boolean printed) {
    int all = brush.arrowsInSight();
    if (all == 0) {
      return right;
    }
    int drawn = brush.arrowsDrawn();
    if (printed && drawn == all) {
      return right;
    }
    String text =
        view.folds().hidesArrows()
            ? WORDS.get("arrows.none")
            : drawn < all ? WORDS.get("arrows.some", drawn, all) : WORDS.count("arrows.all", all);
    double width = brush.width(Face.BODY, text);
    brush.words(right, y, text, Face.BODY, Role.ACCENT, width + 1, Mark.Align.RIGHT);
    brush.hits().rect(right - width - 4, y - 9, width + 8, 18, Hit.of(Part.ARROWS));
    return right - width - GAP;
  }

  /** Fills up to so many lines around that height; how many entries are left. */
  private int write(double left, double right, double y, int most) {
    int lines = lines(left, right, most);
    double x = left;
    double line = y - (lines - 1) * LINE / 2;
    int at = 1;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (at < lines && x + width(entry) > right) {
        x = left;
        line += LINE;
        at++;
      }
      boolean last = i == entries.size() - 1;
      String missing = WORDS.get("legend.more", entries.size() - i);
      double kept = at == lines && !last ? brush.width(Face.BODY, missing) + GAP : 0;
      if (at == lines && x + width(entry) > right - kept && !fits(i, x, right)) {
        brush.words(x, line, missing, Face.BODY, Role.MUTED, right - x, Mark.Align.LEFT);
        return entries.size() - i;
      }
      entry.drawing().draw(brush, x, line);
      double words = x + entry.swatch() + 6;
      brush.words(words, line, entry.text(), Face.BODY, Role.MUTED);
      x += width(entry) + GAP;
    }
    return 0;
  }

  /** Whether all entries from that one on have room in the line. */
  private boolean fits(int first, double x, double right) {
    double all = 0;
    for (int i = first; i < entries.size(); i++) {
      all += (i > first ? GAP : 0) + width(entries.get(i));
    }
    return x + all <= right;
  }

  /** How many lines they take, but no more than that. */
  private int lines(double left, double right, int most) {
    double x = left;
    int lines = 1;
    for (Entry entry : entries) {
      if (x > left && x + width(entry) > right) {
        x = left;
        lines++;
      }
      x += width(entry) + GAP;
    }
    return Math.clamp(lines, 1, Math.max(1, most));
  }

  private double width(Entry entry) {
    return entry.swatch() + 6 + brush.width(Face.BODY, entry.text());
  }

  /** What was seen of those ranks. */
  private void explained(int from, int to) {
    brush.explained().stream()
        .filter(entry -> entry.rank() >= from && entry.rank() < to)
        .sorted(Comparator.comparingInt(LegendEntry::rank))
        .forEach(
            entry ->
                entries.add(new Entry(entry.text().get(), LegendEntry.SWATCH, entry.swatch())));
  }

  /**
   * Where the system was not asked, running may be waiting, too; that many words come last, so that
   * the others have room.
   */
  private void states(Timeline timeline) {
    boolean sampled = timeline.seesThreads();
    boolean seen = sampled || timeline.tellsStates();
    for (ThreadState state : ThreadState.values()) {
      if (brush.states().contains(state) && (seen || state != ThreadState.RUNNING)) {
        state(state, WORDS.get("legend." + StateKey.of(state, sampled)));
      }
    }
    if (!seen && brush.states().contains(ThreadState.RUNNING)) {
      state(ThreadState.RUNNING, WORDS.get("legend.unseen"));
    }
  }

  private void state(ThreadState state, String text) {
    entries.add(
        new Entry(
            text,
            LegendEntry.SWATCH,
            (to, x, y) -> to.state(x, y - 6, LegendEntry.SWATCH, 12, state, x)));
  }

  /** The colours of each name in sight: a program may name one thread after another alike. */
  private Map<String, Set<Role>> threads(View view) {
    Map<String, Set<Role>> colours = new LinkedHashMap<>();
    for (int lane : brush.threads()) {
      if (lane >= 0 && lane < view.timeline().lanes().size()) {
        String name = view.timeline().lanes().get(lane).name();
        if (colours.containsKey(name) || colours.size() < MOST_THREADS) {
          colours.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(view.thread(lane));
        }
      }
    }
    return colours;
  }

  private void swatches(String name, Set<Role> colours) {
    List<Role> shown = colours.stream().limit(MOST_COLOURS).toList();
    double step = LegendEntry.SWATCH + 2;
    entries.add(
        new Entry(
            name,
            shown.size() * step - 2,
            (to, x, y) -> {
              for (int i = 0; i < shown.size(); i++) {
                to.fill(x + i * step, y - 6, LegendEntry.SWATCH, 12, 2, shown.get(i));
              }
            }));
  }
}
