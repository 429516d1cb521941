package interleave.view.timeline;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.RowChoice;
import interleave.timeline.relation.Interactions;
import interleave.timeline.track.TrackKinds;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * What the user wishes of the rows: which, in which order, which first. What has to do with what is
 * looked for on a thread of its own, as there may be very much; the last wish counts.
 */
final class RowWishes {
  private final TimelineView view;
  private final AtomicInteger newest = new AtomicInteger();

  RowWishes(TimelineView view) {
    this.view = view;
  }

  RowChoice choice() {
    return view.foldsProperty().get().rows();
  }

  void choose(RowChoice choice) {
    newest.incrementAndGet();
    view.foldsProperty().set(view.foldsProperty().get().with(choice));
  }

  /** What has a row of its own and is, or has in it, what is selected; null for nothing. */
  @Nullable ThingRef selected() {
    Timeline timeline = view.getTimeline();
    return timeline == null ? null : TrackKinds.STANDARD.owner(timeline, view.getSelection());
  }

  /** Its row stands first, or no more. */
  void pin() {
    ThingRef thing = selected();
    if (thing != null && !(thing instanceof ThingRef.Process)) {
      choose(choice().togglePin(thing));
    }
  }

  /** Nothing shows but what has to do with what is selected; or all again. */
  void toggleRelated() {
    if (choice().only() != null) {
      choose(choice().only(null));
      return;
    }
    Timeline timeline = view.getTimeline();
    ThingRef thing = selected();
    if (timeline == null || thing == null) {
      return;
    }
    int mine = newest.incrementAndGet();
    Thread.ofVirtual()
        .name("interleave relations")
        .start(
            () -> {
              Set<ThingRef> related = Interactions.of(timeline, thing, () -> newest.get() != mine);
              Platform.runLater(
                  () -> {
                    if (newest.get() == mine) {
                      choose(choice().only(related));
                    }
                  });
            });
  }
}
