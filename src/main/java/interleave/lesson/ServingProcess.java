package interleave.lesson;

import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * In which process the queues are that others use over the network: whoever serves the calls of a
 * manager's, or the broker that keeps them.
 */
final class ServingProcess implements Evaluation {
  private static final String BROKER = "broker";
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
    if (servers.isEmpty()) {
      timeline.processes().stream()
          .filter(process -> process.name().equals(BROKER))
          .forEach(process -> servers.add(process.index()));
      timeline.queues().forEach(queue -> addUsers(timeline, queue, callers));
    }
    if (Printed.last(timeline, USED).isEmpty() || servers.size() != 1) {
      return Optional.empty();
    }
    int server = servers.iterator().next();
    callers.remove(server);
    String name = timeline.processes().get(server).name();
    return Optional.of(new Reveal("server", words.get("reveal.server", name, callers.size())));
  }

  private static void addUsers(Timeline timeline, QueueTrack queue, Set<Integer> users) {
    for (int i = 0; i < queue.messages(); i++) {
      QueueTrack.Message message = queue.message(i);
      for (int lane : new int[] {message.fromLane(), message.toLane()}) {
        if (lane >= 0) {
          users.add(timeline.lanes().get(lane).process());
        }
      }
    }
  }
}
