package interleave.view.compare;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Extent;
import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import interleave.timeline.track.TrackKinds;
import interleave.view.control.ContextMenus;
import interleave.view.control.Copying;
import interleave.view.control.SpokenWords;
import interleave.view.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** What can be done to a thing, and to a moment, in either of two runs. */
final class CompareMenu {
  private static final SpokenWords WORDS = SpokenWords.of("view/compare");

  private final Session session;
  private final Wishes wishes;

  /** What the pane does for it. */
  interface Wishes {
    /** Shows a thing of a run from edge to edge. */
    void zoom(boolean first, ThingRef thing);

    /** What plays the part of it in the other run; null where nothing does. */
    @Nullable ThingRef partner(boolean first, ThingRef thing);

    void fit();

    void leave();
  }

  CompareMenu(Session session, Wishes wishes) {
    this.session = session;
    this.wishes = wishes;
  }

  /**
   * The menu of one of the runs.
   *
   * @param first whether it is the first
   * @param shift by how much its times are later in the second; empty where nothing says that
   */
  List<MenuItem> of(
      boolean first,
      Supplier<@Nullable Timeline> run,
      @Nullable ThingRef thing,
      long time,
      OptionalLong shift) {
    Timeline timeline = run.get();
    List<MenuItem> items = new ArrayList<>();
    if (timeline == null) {
      return items;
    }
    if (thing != null) {
      about(first, timeline, thing, shift, items);
    }
    shift.ifPresent(later -> moment(time + later, items));
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.add(item("fit", wishes::fit));
    items.add(item("leave", wishes::leave));
    return items;
  }

  private void about(
      boolean first, Timeline timeline, ThingRef thing, OptionalLong shift, List<MenuItem> items) {
    items.add(item("menu.zoom", () -> wishes.zoom(first, thing)));
    ThingRef other = wishes.partner(first, thing);
    if (other != null) {
      items.add(item(first ? "menu.in-b" : "menu.in-a", () -> wishes.zoom(!first, other)));
    }
    Extent extent = Extent.of(timeline, thing);
    if (extent != null && extent.to() > extent.from() && shift.isPresent()) {
      long later = shift.getAsLong();
      TimeRange range = TimeRange.between(extent.from() + later, extent.to() + later);
      items.add(item("menu.range", () -> session.range(Optional.of(range))));
    }
    List<String> told = TrackKinds.STANDARD.tooltip(timeline, thing);
    if (!told.isEmpty()) {
      items.add(item("menu.copy", () -> Copying.put(String.join(System.lineSeparator(), told))));
    }
  }

  /** In the time of the run in sight, which is what is marked and played. */
  private void moment(long time, List<MenuItem> items) {
    items.add(item("menu.playhead", () -> session.seek(time)));
    items.add(item("menu.mark", () -> mark(time)));
    if (session.range().isPresent()) {
      items.add(item("menu.no-range", () -> session.range(Optional.empty())));
    }
    if (!session.marks().isEmpty()) {
      items.add(item("menu.no-marks", () -> session.mark(List.of())));
    }
  }

  private void mark(long time) {
    List<TimeMark> marks = new ArrayList<>(session.marks());
    marks.removeIf(each -> each.time() == time);
    marks.add(new TimeMark(time));
    marks.sort(null);
    session.mark(marks);
  }

  private static MenuItem item(String key, Runnable action) {
    return ContextMenus.item(WORDS.get(key), action);
  }
}
