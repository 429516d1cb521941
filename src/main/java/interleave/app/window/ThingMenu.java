package interleave.app.window;

import interleave.timeline.Site;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.track.TrackKinds;
import interleave.view.control.ContextMenus;
import interleave.view.control.Copying;
import interleave.view.keys.Command;
import interleave.view.source.LineMarks;
import interleave.view.timeline.ThingActions;
import interleave.view.timeline.TimelineKeys;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** What can be done to a thing: the same in the timeline, on the stage and in lists. */
final class ThingMenu implements ThingActions {
  private static final Words WORDS = Words.of("app/window");
  private static final TrackKinds KINDS = TrackKinds.STANDARD;

  private final TimelinePanes timelines;
  private final Consumer<Site> line;
  private final Consumer<Command> ask;

  /**
   * @param line shows a line of the source
   */
  ThingMenu(TimelinePanes timelines, Consumer<Site> line, Consumer<Command> ask) {
    this.timelines = timelines;
    this.line = line;
    this.ask = ask;
  }

  @Override
  public List<MenuItem> of(@Nullable ThingRef thing, long time) {
    if (!timelines.hasRun()) {
      return List.of();
    }
    List<MenuItem> items = thing == null ? new ArrayList<>() : about(thing);
    items.add(item("menu.playhead", () -> timelines.goTo(time)));
    items.add(new SeparatorMenuItem());
    for (Command command :
        List.of(
            Command.FIT_ALL,
            Command.ARROWS,
            Command.ORDER,
            Command.LEGEND,
            Command.COPY_TIMELINE,
            Command.WORKSHEET,
            Command.EXPORT)) {
      items.add(ContextMenus.item(command.title(), () -> ask.accept(command)));
    }
    return items;
  }

  /** What a row of a list is about, and when it was. */
  List<MenuItem> ofRow(@Nullable ThingRef thing, long time) {
    if (!timelines.hasRun()) {
      return List.of();
    }
    List<MenuItem> items = thing == null ? new ArrayList<>() : about(thing);
    items.add(item("menu.playhead", () -> timelines.goTo(time)));
    return items;
  }

  private List<MenuItem> about(ThingRef thing) {
    Timeline timeline = timelines.shown();
    List<MenuItem> items = new ArrayList<>();
    items.add(item("menu.zoom", () -> timelines.zoomTo(thing)));
    LineMarks.of(timeline, thing)
        .ifPresent(site -> items.add(item("menu.line", () -> line.accept(site))));
    follow(timeline, thing, -1, "menu.back", items);
    follow(timeline, thing, 1, "menu.forward", items);
    var folds = timelines.timeline().foldsProperty().get();
    if (!KINDS.fold(timeline, folds, thing).equals(folds)) {
      items.add(item("menu.fold", () -> timelines.perform(TimelineKeys.Function.FOLD)));
    }
    ThingRef row = KINDS.owner(timeline, thing);
    if (row != null) {
      items.add(
          item("menu.related", () -> timelines.perform(TimelineKeys.Function.RELATED, thing)));
      if (!(row instanceof ThingRef.Process)) {
        items.add(item("menu.pin", () -> timelines.perform(TimelineKeys.Function.PIN, thing)));
      }
    }
    List<String> told = KINDS.tooltip(timeline, thing);
    if (!told.isEmpty()) {
      items.add(item("menu.copy", () -> Copying.put(String.join(System.lineSeparator(), told))));
    }
    return items;
  }

  private void follow(
      Timeline timeline, ThingRef thing, int direction, String key, List<MenuItem> items) {
    ThingRef other = KINDS.follow(timeline, thing, direction);
    if (other != null) {
      items.add(item(key, () -> timelines.goTo(other)));
    }
  }

  private static MenuItem item(String key, Runnable action) {
    return ContextMenus.item(WORDS.get(key), action);
  }
}
