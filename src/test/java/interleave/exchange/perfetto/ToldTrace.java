package interleave.exchange.perfetto;

import interleave.event.Collected;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.NativeState;
import interleave.exchange.SliceEnds;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a trace is read as, in lines: {@code main 30 SLICE_BEGIN load x=1}. */
final class ToldTrace {
  final List<String> problems;
  final List<String> processes = new ArrayList<>();
  final List<String> threads = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final List<Event> said = new ArrayList<>();
  private long first = Long.MAX_VALUE;

  private ToldTrace(OpenedRecording opened) throws IOException {
    List<String> all = new ArrayList<>(opened.problems());
    try (opened) {
      Collected collected = Collected.finished(opened.recording());
      SliceEnds.told(collected.events).forEach(this::take);
      all.addAll(collected.problems);
    }
    problems = all;
  }

  /** A file of these packets. */
  static ToldTrace of(Proto... packets) {
    Proto trace = new Proto();
    for (Proto each : packets) {
      trace.message(1, each);
    }
    return of(trace.bytes());
  }

  static ToldTrace of(byte[] bytes) {
    try {
      Path file = Files.createTempFile("told", ".pftrace");
      try {
        Files.write(file, bytes);
        return of(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ToldTrace of(Path file) throws IOException {
    return new ToldTrace(new PerfettoFormat().open(file, Progress.UNHEARD));
  }

  private void take(Event event) {
    String row = event.pid() + " ";
    switch (event.kind()) {
      case DEFINE_THREAD -> {
        names.put(row + "t" + event.thread(), text(event));
        threads.add(text(event));
      }
      case DEFINE_OBJECT -> names.put(row + "o" + event.object(), text(event));
      case DEFINE_SITE ->
          names.put(row + "s" + event.site(), text(event).replace('\n', ' ') + event.value());
      case PROCESS_NAME -> processes.add(text(event));
      default -> {
        first = Math.min(first, event.time());
        said.add(event);
      }
    }
  }

  private static String text(Event event) {
    return event.text() == null ? "" : event.text();
  }

  private static String category(Event event) {
    return text(event).substring(0, text(event).indexOf(']') + 1);
  }

  /** All of it, each thread's in its order, those of one time as they came. */
  List<String> lines() {
    return said.stream().sorted(Comparator.comparingLong(Event::time)).map(this::line).toList();
  }

  /** Those of one thread or row. */
  List<String> lines(String thread) {
    return lines().stream()
        .filter(each -> each.startsWith(thread + " "))
        .map(each -> each.substring(thread.length() + 1))
        .toList();
  }

  /** Slices as wholes, moments, counters and flows: {@code main slice 3 9 load [cat]}. */
  List<String> things() {
    List<String> things = new ArrayList<>();
    Map<String, Deque<Event>> open = new HashMap<>();
    Map<Long, Event> flows = new HashMap<>();
    for (Event each : said) {
      String row = each.pid() + " t" + each.thread();
      String name = names.get(row);
      String what = names.get(each.pid() + " o" + each.object());
      long time = each.time() - first;
      switch (each.kind()) {
        case SLICE_BEGIN -> open.computeIfAbsent(row, _ -> new ArrayDeque<>()).push(each);
        case SLICE_END -> {
          Event begin = Objects.requireNonNull(open.get(row)).pop();
          String called = names.get(each.pid() + " o" + begin.object());
          long from = begin.time() - first;
          things.add(name + " slice " + from + " " + time + " " + called + " " + category(begin));
        }
        case INSTANT -> things.add(name + " moment " + time + " " + what + " " + category(each));
        case COUNTER ->
            things.add(time + " " + what + " = " + Double.longBitsToDouble(each.value()));
        case FLOW_IN, FLOW_OUT -> {
          Event other = flows.put(each.value(), each);
          if (other != null) {
            Event out = each.kind() == EventKind.FLOW_OUT ? each : other;
            Event in = each.kind() == EventKind.FLOW_OUT ? other : each;
            things.add("flow " + end(out) + " to " + end(in));
          }
        }
        default -> {} // no other leaves
      }
    }
    return things;
  }

  private String end(Event flow) {
    return names.get(flow.pid() + " t" + flow.thread()) + " " + (flow.time() - first);
  }

  private String line(Event each) {
    StringBuilder line = new StringBuilder();
    line.append(names.getOrDefault(each.pid() + " t" + each.thread(), "-"));
    line.append(' ').append(each.time() - first).append(' ').append(each.kind());
    if (each.object() != 0) {
      line.append(' ').append(names.get(each.pid() + " o" + each.object()));
    }
    switch (each.kind()) {
      case COUNTER -> line.append(" = ").append(Double.longBitsToDouble(each.value()));
      case STATE_TOLD -> line.append(' ').append(NativeState.of(each.flags()));
      case FLOW_IN, FLOW_OUT, CHILD_START -> line.append(" #").append(each.value());
      case THREAD_STARTED -> line.append(' ').append(names.get(each.pid() + " t" + each.value()));
      default -> {} // nothing more
    }
    if (each.site() != 0) {
      line.append(" at ").append(names.get(each.pid() + " s" + each.site()));
    }
    return text(each).isEmpty() ? line.toString() : line.append(' ').append(text(each)).toString();
  }

  /** How many there are of a kind. */
  long count(EventKind kind) {
    return said.stream().filter(each -> each.kind() == kind).count();
  }
}
