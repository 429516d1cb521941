package interleave.exchange.jfr;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import interleave.file.OpenedRecording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a recording says that was made of a flight recording, by the names of its threads. */
final class Heard implements EventSink {
  /** An event; its object is a name. */
  record Said(
      long pid,
      String thread,
      EventKind kind,
      int flags,
      String object,
      long value,
      long time,
      String text) {}

  private record Raw(
      long pid,
      EventKind kind,
      int flags,
      int thread,
      int object,
      long value,
      long time,
      @Nullable String text) {}

  private record Id(long pid, int id) {}

  private final List<Raw> raw = new ArrayList<>();
  private final Map<Id, String> threads = new HashMap<>();
  private final Map<Id, String> objects = new HashMap<>();
  final Map<Long, String> processes = new HashMap<>();
  final List<Said> all = new ArrayList<>();

  static Heard of(OpenedRecording opened) throws IOException {
    Heard heard = new Heard();
    try (RecordingReader reader = opened.recording().reader()) {
      reader.finish(heard, _ -> {});
    }
    for (Raw each : heard.raw) {
      heard.all.add(
          new Said(
              each.pid,
              heard.threads.getOrDefault(new Id(each.pid, each.thread), ""),
              each.kind,
              each.flags,
              heard.objects.getOrDefault(new Id(each.pid, each.object), ""),
              each.value,
              each.time,
              each.text == null ? "" : each.text));
    }
    heard.all.sort(Comparator.comparingLong(Said::time));
    return heard;
  }

  @Override
  public void segment(SegmentInfo info) {
    processes.putIfAbsent(info.pid(), "");
  }

  @Override
  public void event(
      SegmentInfo info,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      @Nullable String text) {
    String name = text == null ? "" : text;
    switch (kind) {
      case DEFINE_THREAD -> threads.put(new Id(info.pid(), thread), name);
      case DEFINE_OBJECT -> objects.put(new Id(info.pid(), object), name);
      case PROCESS_NAME -> processes.put(info.pid(), name);
      case DEFINE_SITE, DEFINE_STACK -> {} // nobody asks for them here
      default -> raw.add(new Raw(info.pid(), kind, flags, thread, object, value, time, text));
    }
  }

  List<Said> of(EventKind kind) {
    return all.stream().filter(each -> each.kind == kind).toList();
  }

  List<Said> of(String thread, EventKind kind) {
    return of(kind).stream().filter(each -> each.thread.equals(thread)).toList();
  }

  long count(EventKind kind) {
    return of(kind).size();
  }
}
