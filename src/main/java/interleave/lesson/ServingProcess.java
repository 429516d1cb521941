package interleave.lesson;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** In which process the queues of a manager are that others use over the network. */
final class ServingProcess implements Evaluation {
  private static final Pattern USED = Pattern.compile("Result: .*");

  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    // Master and workers say what they do; the server only serves.
    Set<Integer> talkers = Printed.by(timeline);
    List<ProcessTrack> silent =
        timeline.processes().stream()
            .filter(process -> process.traced() && !process.origin().service())
            .filter(process -> !talkers.contains(process.index()))
            .toList();
    if (Printed.last(timeline, USED).isEmpty() || silent.size() != 1) {
      return Optional.empty();
    }
    String server = silent.getFirst().name();
    return Optional.of(new Reveal("server", words.get("reveal.server", server, talkers.size())));
  }
}
