package interleave.process;

import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What a recording holds, as a list. */
public final class RecordedEvents implements EventSink {
  private final List<Event> events = new ArrayList<>();

  public static RecordedEvents of(Recording recording) {
    RecordedEvents events = new RecordedEvents();
    try (RecordingReader reader = recording.reader()) {
      reader.poll(events);
    }
    return events;
  }

  @Override
  public void segment(SegmentInfo segment) {}

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
      String text) {
    events.add(new Event(from.pid(), kind, flags, thread, object, site, value, time, text));
  }

  /** All events, by time. */
  public List<Event> all() {
    return events.stream().sorted(Comparator.comparingLong(Event::time)).toList();
  }

  public List<Event> of(EventKind... kinds) {
    return all().stream().filter(e -> Arrays.asList(kinds).contains(e.kind())).toList();
  }
}
