package interleave.view.laboratory;

import interleave.explore.Operation;
import interleave.explore.ThreadId;
import interleave.laboratory.EndingSentence;
import interleave.timeline.Timeline;
import interleave.timeline.tableau.Choices;
import interleave.view.session.Frame;
import interleave.words.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What threads would do next, for the stage: by their lanes, with the keys that choose them. */
final class NextSteps {
  private static final int MOST_KEYS = 9;

  private final ReadOnlyObjectWrapper<Choices> choices = new ReadOnlyObjectWrapper<>(Choices.NONE);
  private final Map<Integer, ThreadId> threads = new HashMap<>();
  private Shown shown = new Shown(Optional.empty(), 0, 0, Language.ENGLISH);

  private record Shown(Optional<Moment> moment, int lanes, int arrows, Language language) {
    private boolean is(Shown other) {
      return moment.isPresent() == other.moment.isPresent()
          && moment.filter(it -> !it.isLike(other.moment.orElse(it))).isEmpty()
          && lanes == other.lanes
          && arrows == other.arrows
          && language == other.language;
    }
  }

  /** The key of the number-th that can go on; empty for none. */
  static String key(int number) {
    return number <= MOST_KEYS ? Integer.toString(number) : "";
  }

  ReadOnlyObjectProperty<Choices> choicesProperty() {
    return choices.getReadOnlyProperty();
  }

  /** The thread of a lane. */
  Optional<ThreadId> thread(int lane) {
    return Optional.ofNullable(threads.get(lane));
  }

  void show(Optional<Moment> moment, Frame frame) {
    Timeline timeline = frame.timeline();
    Shown now =
        new Shown(moment, timeline.lanes().size(), timeline.arrows().size(), frame.language());
    if (!now.is(shown)) {
      shown = now;
      threads.clear();
      choices.set(moment.map(it -> of(it, timeline)).orElse(Choices.NONE));
    }
  }

  private Choices of(Moment moment, Timeline timeline) {
    Map<ThreadId, Integer> lanes = Lanes.of(timeline, moment.trace());
    Map<Integer, Choices.Next> next = new HashMap<>();
    Map<ThreadId, Operation> standing = moment.standing();
    standing.forEach(
        (thread, operation) -> {
          Integer lane = lanes.get(thread);
          if (lane != null) {
            int number = moment.enabled().indexOf(thread) + 1;
            boolean canGoOn = number > 0 && moment.isChoice();
            threads.put(lane, thread);
            next.put(
                lane,
                new Choices.Next(
                    EndingSentence.of(operation, "", moment.trace()),
                    canGoOn,
                    key(number),
                    moment.went().filter(thread::equals).isPresent()));
          }
        });
    return new Choices(next);
  }
}
