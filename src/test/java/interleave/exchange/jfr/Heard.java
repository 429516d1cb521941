package interleave.exchange.jfr;

import interleave.event.Collected;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.FilledTemplate;
import interleave.file.OpenedRecording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a recording says that was made of a flight recording, by the names of its threads. */
final class Heard {
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

  private record Id(long pid, int id) {}

  final Map<Long, String> processes = new HashMap<>();
  final List<Said> all;

  private Heard(Collected collected) {
    Map<Id, String> threads = new HashMap<>();
    Map<Id, String> objects = new HashMap<>();
    collected.segments.forEach(each -> processes.putIfAbsent(each.pid(), ""));
    List<Event> happened = new ArrayList<>();
    for (Event each : collected.events) {
      switch (each.kind()) {
        case DEFINE_THREAD -> threads.put(new Id(each.pid(), each.thread()), text(each));
        case DEFINE_OBJECT -> objects.put(new Id(each.pid(), each.object()), text(each));
        case PROCESS_NAME -> processes.put(each.pid(), text(each));
        case DEFINE_SITE, DEFINE_STACK -> {} // nobody asks for them here
        default -> happened.add(each);
      }
    }
    all =
        happened.stream()
            .map(
                each ->
                    new Said(
                        each.pid(),
                        threads.getOrDefault(new Id(each.pid(), each.thread()), ""),
                        each.kind(),
                        each.flags(),
                        objects.getOrDefault(new Id(each.pid(), each.object()), ""),
                        each.value(),
                        each.time(),
                        FilledTemplate.text(
                            text(each), id -> objects.getOrDefault(new Id(each.pid(), id), ""))))
            .sorted(Comparator.comparingLong(Said::time))
            .toList();
  }

  static Heard of(OpenedRecording opened) throws IOException {
    return new Heard(Collected.finished(opened.recording()));
  }

  private static String text(Event event) {
    return event.text() == null ? "" : event.text();
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
