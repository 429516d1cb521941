package interleave.exchange.export.table;

import interleave.exchange.export.Excerpt;
import interleave.timeline.QueueTrack;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Who put which message into which queue, and who got it. */
record MessageTable() implements Table {
  @Override
  public String name() {
    return "messages";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "queue",
        "message",
        "shown",
        "from process",
        "from pid",
        "from thread",
        "from thread id",
        "asked to put [ns]",
        "put [ns]",
        "to process",
        "to pid",
        "to thread",
        "to thread id",
        "got [ns]",
        "in queue [ns]",
        "lost",
        "again");
  }

  @Override
  public long size(Excerpt what) {
    return what.timeline().queues().stream().mapToLong(QueueTrack::messages).sum();
  }

  @Override
  public void tell(Excerpt what, Rows rows) throws IOException {
    for (QueueTrack queue : what.timeline().queues()) {
      for (int i = 0; i < queue.messages(); i++) {
        rows.step();
        QueueTrack.Message message = queue.message(i);
        if (what.lanes().hasAny(message.fromLane(), message.toLane())
            && what.meets(message.put(), message.get())) {
          row(queue, message, rows);
        }
      }
    }
  }

  private static void row(QueueTrack queue, QueueTrack.Message message, Rows rows)
      throws IOException {
    rows.text(queue.name())
        .number(message.id())
        .text(message.preview())
        .thread(message.fromLane())
        .moment(message.putRequest())
        .moment(message.put())
        .thread(message.toLane())
        .moment(message.get())
        .lasted(message.put(), message.get())
        .text(message.lost() ? message.loss().name().toLowerCase(Locale.ROOT) : "")
        .truth(message.again())
        .end();
  }
}
