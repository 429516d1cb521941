package interleave.app.window;

import interleave.timeline.Timeline;
import interleave.view.search.FoundBar;
import interleave.view.search.FoundWalk;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found last, one after the other, with a bar that says which; gone with its run. */
final class Finds {
  private final Overlays overlays;
  private final TimelinePanes timelines;
  private final Runnable find;
  private final FoundBar bar;
  private Optional<FoundWalk> walk = Optional.empty();
  private @Nullable Timeline run;

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
    run = timelines.shown();
    go(found);
  }

  void step(int direction) {
    Timeline now = timelines.shown();
    if (walk.isPresent() && run != null && now.isOfRun(run)) {
      go(walk.get().step(direction));
    } else {
      walk = Optional.empty();
      run = null;
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
