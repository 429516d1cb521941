package interleave.lesson;

import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * In which process the queues of a manager are that others use over the network: whoever serves
 * their calls.
 */
final class ServingProcess implements Evaluation {
  private static final Pattern USED = Pattern.compile("Result: .*");

  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    Set<Integer> servers = new TreeSet<>();
    Set<Integer> callers = new TreeSet<>();
    for (Timeline.Arrow arrow : timeline.arrows()) {
      if (arrow.kind() == Timeline.Arrow.Kind.CALL) {
        servers.add(timeline.lanes().get(arrow.toLane()).process());
        callers.add(timeline.lanes().get(arrow.fromLane()).process());
      }
    }
    if (Printed.last(timeline, USED).isEmpty() || servers.size() != 1) {
      return Optional.empty();
    }
    int server = servers.iterator().next();
    callers.remove(server);
    String name = timeline.processes().get(server).name();
    return Optional.of(new Reveal("server", words.get("reveal.server", name, callers.size())));
  }
}
