package interleave.remote;

import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import interleave.timeline.Timeline;
import interleave.timeline.derive.TimelineStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A run and workers on other machines, without a broker: what one side sends the other hears when
 * {@link #carry} is called, with times as the test says.
 */
final class RemoteRun implements AutoCloseable {
  static final long MS = 1_000_000;

  final Recording recording;
  final List<String> problems = new ArrayList<>();
  final Deque<byte[]> toWorker = new ArrayDeque<>();
  long now;
  private final Arrivals arrivals;
  private final Path place;

  RemoteRun(Path place, long cap) throws IOException {
    this.place = place;
    recording = Recording.createIn(place, cap);
    now = System.nanoTime();
    arrivals =
        new Arrivals(recording, "here", now - 1_000_000_000, (_, message) -> toWorker.add(message));
  }

  /** A recording of a worker's machine. */
  Recording worker() throws IOException {
    return Recording.createIn(place, 1 << 24);
  }

  static Recorder recorder(Recording of) {
    return Recorder.open(of.folder(), TracedRuntime.JAVA);
  }

  void heard(Message message) throws IOException {
    arrivals.heard(message.encode(), now);
  }

  void heardBytes(byte[] message) throws IOException {
    arrivals.heard(message, now);
  }

  /** A worker arrives, whose clock is ahead, and tells the time as often as it is asked. */
  void join(long shipper, String name, long ahead) throws IOException {
    heard(new Message.Hello(shipper, name, name));
    for (int i = 0; i < ClockRelation.ENOUGH; i++) {
      tellTime(shipper, ahead);
    }
  }

  void tellTime(long shipper, long ahead) throws IOException {
    long asked = now;
    now += MS / 5;
    toWorker.clear();
    arrivals.ask(() -> asked);
    long there = asked + MS / 10 + ahead;
    heard(new Message.Answer(shipper, asked, there, there));
  }

  /** All that was said to the worker since. */
  List<Message> said() {
    List<Message> said = new ArrayList<>();
    while (!toWorker.isEmpty()) {
      Message message = Message.parse(toWorker.remove());
      if (message != null) {
        said.add(message);
      }
    }
    return said;
  }

  /** What the recording says by now. */
  Timeline timeline() {
    TimelineStore store = new TimelineStore();
    try (var reader = recording.reader()) {
      reader.finish(store, store::upTo);
      problems.addAll(reader.problems());
      store.counters(reader.lost(), reader.skipped(), reader.nanosPerEvent());
    }
    store.finish();
    return store.snapshot();
  }

  @Override
  public void close() {
    arrivals.close();
    recording.delete();
  }
}
