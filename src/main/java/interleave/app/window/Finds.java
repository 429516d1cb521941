package interleave.app.window;

import interleave.timeline.Timeline;
import interleave.view.search.FoundBar;
import interleave.view.search.FoundWalk;
import java.util.Optional;

/** What was found last, one after the other, with a bar that says which; gone with its run. */
final class Finds {
  private final Overlays overlays;
  private final TimelinePanes timelines;
  private final Runnable find;
  private final FoundBar bar;
  private Optional<FoundWalk> walk = Optional.empty();
  private long run;

  /**
   * @param find asks what to find
   */
  Finds(Overlays overlays, TimelinePanes timelines, Runnable find) {
    this.overlays = overlays;
    this.timelines = timelines;
    this.find = find;
    this.bar = new FoundBar(() -> step(-1), () -> step(1), find, overlays::closeBar);
  }

  void begin(FoundWalk found) {
    run = timelines.shown().start();
    go(found);
  }

  void step(int direction) {
    Timeline now = timelines.shown();
    if (walk.isPresent() && now.start() == run) {
      go(walk.get().step(direction));
    } else {
      walk = Optional.empty();
      overlays.closeBar();
      find.run();
    }
  }

  private void go(FoundWalk to) {
    walk = Optional.of(to);
    bar.show(to);
    overlays.openBar(bar);
    timelines.goTo(to.hit());
  }
}
