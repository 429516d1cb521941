package interleave.timeline.tableau;

import interleave.timeline.ThingRef;
import interleave.timeline.tableau.TableauLayout.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where boxes stand that form a ring: around a table, or along its two sides where there is no
 * height for a round one. Who is not in the ring stands at the far left; a synchronizer stands in
 * the middle.
 *
 * <pre>
 *           [P 1] (F 2) [P 2]
 *   [main]  (F 1)           (F 3)
 *           [P 4] (F 4) [P 3]
 * </pre>
 */
final class RoundTable {
  private static final double GAP = 14;
  private static final double BESIDE = 50;
  private static final double TALL = 52;
  private static final double WIDE = 140;
  private static final double LOCK_WIDE = 132;
  private static final double LOCK_TALL = 38;
  private static final double HIGHEST = 130;
  private static final double FLATTEST = 80;
  private static final double WIDEST = 400;
  private static final double READABLE = 84;

  private final Tableau stage;
  private final TableauRing ring;
  private final double left;
  private final double top;
  private final double width;
  private final List<Integer> others = new ArrayList<>();
  private final double aside;

  private RoundTable(Tableau stage, TableauRing ring, double left, double top, double width) {
    this.stage = stage;
    this.ring = ring;
    this.left = left;
    this.top = top;
    this.width = width;
    stage.actors().stream()
        .map(Tableau.Actor::lane)
        .filter(lane -> !ring.lanes().contains(lane))
        .forEach(others::add);
    aside = others.isEmpty() ? 0 : WIDE + BESIDE;
  }

  /** The layout within that height, null where the stage is not a ring or has no room for one. */
  static @Nullable TableauLayout of(
      Tableau stage, double left, double top, double width, double height) {
    TableauRing ring = stage.ring();
    boolean more = !stage.queues().isEmpty() || !stage.variables().isEmpty();
    if (ring == null || more || !isComplete(stage, ring)) {
      return null;
    }
    RoundTable table = new RoundTable(stage, ring, left, top, width);
    for (double ry = HIGHEST; ry >= FLATTEST; ry -= 10) {
      TableauLayout round = 2 * ry + TALL <= height ? table.round(ry) : null;
      if (round != null) {
        return round;
      }
    }
    return table.alongTwoSides(); // lower than that it is no ring
  }

  private static boolean isComplete(Tableau stage, TableauRing ring) {
    List<Integer> lanes = stage.actors().stream().map(Tableau.Actor::lane).toList();
    List<ThingRef> locks = stage.locks().stream().map(Tableau.Pill::thing).toList();
    return lanes.containsAll(ring.lanes())
        && ring.locks().stream().allMatch(lock -> locks.contains(new ThingRef.Lock(lock)));
  }

  private @Nullable TableauLayout round(double ry) {
    double rx = Math.min(WIDEST, (width - aside - WIDE) / 2);
    double x = left + aside + (width - aside) / 2;
    double y = top + TALL / 2 + ry;
    int places = 2 * ring.lanes().size();
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      double angle = 2 * Math.PI * i / places - Math.PI / 2;
      boxes.add(box(i, x + rx * Math.cos(angle), y + ry * Math.sin(angle), WIDE));
    }
    List<ThingRef> inside = inside();
    if (inside.size() > 1 || overlap(boxes)) {
      return null;
    }
    Box middle = new Box(x - 74, y - 22, 148, 44);
    return layout(boxes, 2 * ry + TALL, inside, middle);
  }

  /** Half of them on either side, the second half the other way round. */
  private @Nullable TableauLayout alongTwoSides() {
    int half = ring.lanes().size();
    double cell = (width - aside) / half;
    double wide = Math.min(WIDE, cell - GAP);
    if (wide < READABLE || !inside().isEmpty()) {
      return null;
    }
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < 2 * half; i++) {
      double x = left + aside + cell * ((i < half ? i : 2 * half - 1 - i) + 0.5);
      double y = top + TALL / 2 + (i < half ? 0 : TALL + BESIDE);
      boxes.add(box(i, x, y, wide));
    }
    return layout(boxes, 2 * TALL + BESIDE, List.of(), boxes.getFirst());
  }

  /** Threads and locks by turns. */
  private static Box box(int place, double x, double y, double wide) {
    double w = place % 2 == 0 ? wide : Math.min(LOCK_WIDE, wide);
    double h = place % 2 == 0 ? TALL : LOCK_TALL;
    return new Box(x - w / 2, y - h / 2, w, h);
  }

  private List<ThingRef> inside() {
    return stage.locks().stream()
        .map(Tableau.Pill::thing)
        .filter(thing -> !(thing instanceof ThingRef.Lock))
        .toList();
  }

  private static boolean overlap(List<Box> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      if (boxes.subList(i + 1, boxes.size()).stream().anyMatch(box::touches)) {
        return true;
      }
    }
    return false;
  }

  private TableauLayout layout(List<Box> boxes, double height, List<ThingRef> inside, Box middle) {
    Map<Integer, Box> actors = new HashMap<>();
    Map<ThingRef, Box> shared = new HashMap<>();
    for (int i = 0; i < ring.lanes().size(); i++) {
      actors.put(ring.lanes().get(i), boxes.get(2 * i));
      shared.put(new ThingRef.Lock(ring.locks().get(i)), boxes.get(2 * i + 1));
    }
    inside.forEach(thing -> shared.put(thing, middle));
    double y = top + (height - others.size() * (TALL + GAP) + GAP) / 2;
    for (int lane : others) {
      actors.put(lane, new Box(left, y, WIDE, TALL));
      y += TALL + GAP;
    }
    return new TableauLayout(actors, shared, height, true);
  }
}
