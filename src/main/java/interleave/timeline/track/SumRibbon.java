package interleave.timeline.track;

import interleave.timeline.LockTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.FillPattern;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a lock's holds were summed up: for each slice of time a hatched area, split among the
 * threads by how long each had the lock, with how many holds there were; and a line where the
 * single ones end.
 *
 * <pre>
 *   ▌▐█▌█▐ ┆▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨
 *   ▌▐█▌█▐ ┆▧▧▧▧ 12 345 × ▧▧▧▧
 *          ┆ from here on summed up: 24 690 ×
 * </pre>
 */
final class SumRibbon {
  private static final Words WORDS = Words.of("timeline/sums");
  private static final double NARROWEST = 4;
  private static final double LEAST = 3;

  private final View view;
  private final Space space;
  private final LockTrack lock;
  private final Brush brush;

  private SumRibbon(View view, Space space, LockTrack lock, Brush brush) {
    this.view = view;
    this.space = space;
    this.lock = lock;
    this.brush = brush;
  }

  /** Slices that are too narrow to be told apart. */
  private static final class Group {
    final long start;
    long end;
    long count;
    final Map<Integer, Long> held = new TreeMap<>();

    Group(long start) {
      this.start = start;
    }

    void add(LockTrack.Sum sum) {
      end = sum.end();
      count += sum.count();
      held.merge(sum.lane(), Math.max(1, sum.heldNs()), Long::sum);
    }
  }

  static void draw(View view, Space space, LockTrack lock, double y, double h, Brush brush) {
    if (lock.detailEnded() == Timeline.OPEN) {
      return;
    }
    SumRibbon ribbon = new SumRibbon(view, space, lock, brush);
    ribbon.groups().forEach(group -> ribbon.group(group, y, h));
    ribbon.end(y, h);
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    Group last = null;
    for (int i = lock.sumAfter(space.from()); i < lock.sums(); i++) {
      LockTrack.Sum sum = lock.sum(i);
      if (sum.start() > space.to()) {
        break;
      }
      boolean near =
          last != null
              && (sum.end() == last.end || space.x(sum.end()) - space.x(last.start) < NARROWEST);
      if (last == null || !near) {
        last = new Group(sum.start());
        groups.add(last);
      }
      last.add(sum);
    }
    return groups;
  }

  private void group(Group group, double y, double h) {
    double x = Math.max(space.x(group.start), space.left() - 8);
    double right = Math.min(space.x(group.end), space.right() + 8);
    double w = Math.max(1, right - x - 0.8);
    long all = group.held.values().stream().mapToLong(Long::longValue).sum();
    double rest = h;
    double top = y;
    int left = group.held.size();
    for (Map.Entry<Integer, Long> each : group.held.entrySet()) {
      left--;
      double most = rest - left * LEAST;
      double tall =
          left == 0 ? rest : Math.clamp(h * each.getValue() / all, LEAST, Math.max(LEAST, most));
      brush.seenThread(each.getKey());
      brush.hatch(x, top, w, tall, FillPattern.DIAGONAL, view.thread(each.getKey()), Role.BAND);
      top += tall;
      rest -= tall;
    }
    String text = WORDS.get("count", VariableBand.count(group.count));
    double room = brush.width(Face.SMALL, text) + 8;
    if (room + 6 < w) {
      brush.fill(x + (w - room) / 2, y + 4, room, h - 8, 3, Role.BACKGROUND);
      brush.words(x + w / 2, y + h / 2, text, Face.SMALL, Role.TEXT, room, Mark.Align.CENTER);
    }
    if (view.lit(new ThingRef.HoldSum(lock.index(), group.end))) {
      brush.outline(x + 1, y + 1, Math.max(2, w - 2), h - 2, 2, Role.TEXT, 2);
    }
  }

  /** Where single holds end. */
  private void end(double y, double h) {
    double x = space.x(lock.detailEnded());
    if (x < space.left() || x > space.right()) {
      return;
    }
    brush.line(x, y - 6, x, y + h + 14, Role.TEXT, 1.2, Mark.Stroke.DASHED);
    brush.words(
        x + 5,
        y + h + 9,
        WORDS.get("mark", VariableBand.count(count())),
        Face.SMALL,
        Role.MUTED,
        space.right() - x - 10,
        Mark.Align.LEFT);
  }

  private long count() {
    long count = 0;
    for (int i = 0; i < lock.sums(); i++) {
      count += lock.sum(i).count();
    }
    return count;
  }

  /** What was summed up then; null where nothing was. */
  static @Nullable ThingRef at(LockTrack lock, long time) {
    int i = time < lock.detailEnded() ? lock.sums() : lock.sumAfter(time);
    return i < lock.sums() && lock.sum(i).start() <= time
        ? new ThingRef.HoldSum(lock.index(), lock.sum(i).end())
        : null;
  }

  static List<String> tooltip(Timeline timeline, LockTrack lock, String title, long end) {
    List<String> lines = new ArrayList<>();
    List<LockTrack.Sum> slice = lock.slice(end);
    if (slice.isEmpty()) {
      return lines;
    }
    long from = slice.getFirst().start();
    lines.add(WORDS.get("tip.title", title, TimeText.duration(end - from)));
    for (LockTrack.Sum sum : slice) {
      lines.add(
          WORDS.get(
              "tip.lane",
              timeline.lanes().get(sum.lane()).name(),
              VariableBand.count(sum.count()),
              TimeText.duration(sum.heldNs()),
              TimeText.duration(sum.waitedNs()),
              TimeText.duration(sum.longestWaitNs())));
    }
    lines.add(WORDS.get("tip.why", TimeText.duration(lock.detailEnded() - timeline.start())));
    return lines;
  }
}
