package interleave.exchange.export.trace;

import interleave.timeline.PipeTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.PipeText;
import java.io.IOException;
import java.util.List;

/** How much is in queues and went through pipes, and which thread's message went to which. */
final class QueueRows {
  private final Telling telling;

  QueueRows(Telling telling) {
    this.telling = telling;
  }

  void tell() throws IOException {
    boolean all = telling.what.lanes().isAll();
    for (QueueTrack queue : telling.timeline().queues()) {
      telling.counter(
          -1, queue.name(), "", all ? queue.steps() : 0, queue::stepTime, queue::stepDepth);
      messages(queue);
    }
    for (PipeTrack pipe : telling.timeline().pipes()) {
      telling.counter(
          pipe.process(),
          PipeText.title(telling.timeline(), pipe),
          "bytes",
          all ? pipe.transfers() : 0,
          i -> pipe.transfer(i).end(),
          i -> pipe.transfer(i).upTo());
    }
  }

  private void messages(QueueTrack queue) throws IOException {
    for (int i = 0; i < queue.messages() && !telling.isPast(queue.putAt(i)); i++) {
      telling.step();
      QueueTrack.Message message = queue.message(i);
      if (message.get() != Timeline.OPEN) {
        telling.flow(
            "message",
            name(message),
            telling.tracks.thread(message.fromLane()),
            message.put(),
            telling.tracks.thread(message.toLane()),
            message.get());
      } else if (message.lost()) {
        telling.instant(
            telling.tracks.thread(message.fromLane()),
            "lost",
            name(message),
            message.put(),
            List.of(new Fact("queue", queue.name())));
      }
    }
  }

  private static String name(QueueTrack.Message message) {
    return message.preview().isEmpty() ? Long.toString(message.id()) : message.preview();
  }
}
