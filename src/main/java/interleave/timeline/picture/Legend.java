package interleave.timeline.picture;

import interleave.timeline.ThreadState;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.track.SynchronizerBand;
import interleave.timeline.track.View;
import interleave.words.Words;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Explains colours and patterns, but only those that are in sight. */
final class Legend {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final Words MEETINGS = Words.of("timeline/synchronizers");
  private static final Words GIL = Words.of("timeline/gil");
  private static final double SWATCH = 14;
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
    for (ThreadState state : ThreadState.values()) {
      if (brush.states().contains(state)) {
        legend.state(state);
      }
    }
    legend.extras(view);
  }

  private void extras(View view) {
    if (brush.extras().contains(Brush.Extra.HOLDING)) {
      String text = WORDS.get("legend.holding");
      if (room(text)) {
        brush.fill(x, y - 4, SWATCH, 9, 1, Role.RUNNING);
        brush.fill(x, y - 6, SWATCH, 3.5, 0, Role.HOLD);
        words(text);
      }
    }
    gil();
    threads(view).forEach(this::swatches);
    String lost = WORDS.get("legend.lost-update");
    if (brush.extras().contains(Brush.Extra.LOST_UPDATE) && room(lost)) {
      brush.ring(x + SWATCH / 2, y, 5, Role.BACKGROUND, Role.RED, 2);
      words(lost);
    }
    if (brush.extras().contains(Brush.Extra.LOST_EVENTS)) {
      plain(WORDS.get("legend.lost-events"), Role.GAP);
    }
    synchronizers();
  }

  private void gil() {
    String text = GIL.get("legend");
    if (brush.extras().contains(Brush.Extra.WITHOUT_GIL) && room(text)) {
      brush.fill(x, y - 6, SWATCH, 12, 2, Role.RUNNING_SOFT);
      words(text);
    }
  }

  private void synchronizers() {
    diamond(Brush.Extra.OPENED, MEETINGS.get("legend.opened"), false, Role.SYNC_WAIT);
    diamond(Brush.Extra.BROKEN, MEETINGS.get("legend.broken"), true, Role.RED);
    String wake = MEETINGS.get("legend.wake");
    if (brush.extras().contains(Brush.Extra.WAKE) && room(wake)) {
      brush.arrow(x, y, x + SWATCH, y, Role.SYNC_WAIT, 1.2, Mark.Stroke.SOLID);
      words(wake);
    }
  }

  private void diamond(Brush.Extra extra, String text, boolean hollow, Role role) {
    if (brush.extras().contains(extra) && room(text)) {
      SynchronizerBand.diamond(x + SWATCH / 2, y, hollow, role, brush);
      words(text);
    }
  }

  private void state(ThreadState state) {
    String text = WORDS.get("legend." + state);
    if (room(text)) {
      brush.state(x, y - 6, SWATCH, 12, state, x);
      words(text);
    }
  }

  private void plain(String text, Role role) {
    if (room(text)) {
      brush.fill(x, y - 6, SWATCH, 12, 2, role);
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
    double more = (Math.min(MOST_COLOURS, colours.size()) - 1) * (SWATCH + 2);
    if (x + more + SWATCH + 6 + brush.width(Face.BODY, name) <= right) {
      List<Role> shown = colours.stream().limit(MOST_COLOURS).toList();
      for (int i = 0; i < shown.size(); i++) {
        brush.fill(x + i * (SWATCH + 2), y - 6, SWATCH, 12, 2, shown.get(i));
      }
      x += more;
      words(name);
    }
  }

  private boolean room(String text) {
    return x + SWATCH + 6 + brush.width(Face.BODY, text) <= right;
  }

  private void words(String text) {
    brush.words(x + SWATCH + 6, y, text, Face.BODY, Role.MUTED);
    x += SWATCH + 6 + brush.width(Face.BODY, text) + 24;
  }
}
