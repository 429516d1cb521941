package interleave.lesson;

import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** On which thread coroutines ran: that of their event loop, where there was no other. */
final class EventLoopThread implements Evaluation {
  private static final Pattern DONE = Pattern.compile("Offer: .*");

  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    List<ThreadLane> threads =
        timeline.lanes().stream()
            .filter(lane -> !lane.service())
            .filter(
                lane ->
                    switch (lane.kind()) {
                      case PLATFORM, CARRIER -> true;
                      case VIRTUAL, TASK -> false;
                    })
            .toList();
    return Printed.last(timeline, DONE).isPresent() && threads.size() == 1
        ? Optional.of(new Reveal("main", words.get("reveal.loop", threads.getFirst().name())))
        : Optional.empty();
  }
}
