package interleave.event;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps all that a reader delivers. */
public final class Collected implements EventSink {
  public final List<SegmentInfo> segments = new ArrayList<>();
  public final List<Event> events = new ArrayList<>();
  public final List<String> problems = new ArrayList<>();
  public long lost;

  /** Everything that stands in {@code recording} now. */
  public static Collected of(Recording recording) {
    Collected all = new Collected();
    try (RecordingReader reader = recording.reader()) {
      reader.poll(all);
    }
    return all;
  }

  /** Everything of a recording to which nothing more comes. */
  public static Collected finished(Recording recording) {
    Collected all = new Collected();
    try (RecordingReader reader = recording.reader()) {
      reader.finish(all, _ -> {});
      all.problems.addAll(reader.problems());
    }
    return all;
  }

  @Override
  public void segment(SegmentInfo segment) {
    segments.add(segment);
  }

  @Override
  public void event(
      SegmentInfo from,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      @Nullable String text) {
    events.add(new Event(from.pid(), kind, flags, thread, object, site, value, time, text));
  }

  @Override
  public void lost(SegmentInfo from, long events, long first, long last) {
    lost += events;
  }

  public List<Event> of(EventKind kind) {
    return events.stream().filter(event -> event.kind() == kind).toList();
  }
}
