package interleave.exchange.perfetto;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.NativeState;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
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
import org.jspecify.annotations.Nullable;

/** What a trace is read as, in lines: {@code main 30 SLICE_BEGIN load x=1}. */
final class ToldTrace implements EventSink {
  final List<String> problems;
  final List<String> processes = new ArrayList<>();
  final List<String> threads = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final List<Said> said = new ArrayList<>();
  private long first = Long.MAX_VALUE;

  private record Said(
      long pid,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      String text) {
    private String category() {
      return text.substring(0, text.indexOf(']') + 1);
    }
  }

  private ToldTrace(OpenedRecording opened) throws IOException {
    List<String> all = new ArrayList<>(opened.problems());
    try (opened;
        RecordingReader reader = opened.recording().reader()) {
      reader.finish(this, _ -> {});
      all.addAll(reader.problems());
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

  @Override
  public void segment(SegmentInfo info) {}

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
    String words = text == null ? "" : text;
    switch (kind) {
      case DEFINE_THREAD -> {
        names.put(info.pid() + " t" + thread, words);
        threads.add(words);
      }
      case DEFINE_OBJECT -> names.put(info.pid() + " o" + object, words);
      case DEFINE_SITE -> names.put(info.pid() + " s" + site, words.replace('\n', ' ') + value);
      case PROCESS_NAME -> processes.add(words);
      default -> {
        first = Math.min(first, time);
        said.add(new Said(info.pid(), kind, flags, thread, object, site, value, time, words));
      }
    }
  }

  @Override
  public void lost(SegmentInfo info, long events, long first, long last) {}

  /** All of it, each thread's in its order, those of one time as they came. */
  List<String> lines() {
    return said.stream().sorted(Comparator.comparingLong(Said::time)).map(this::line).toList();
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
    Map<String, Deque<Said>> open = new HashMap<>();
    Map<Long, Said> flows = new HashMap<>();
    for (Said each : said) {
      String row = each.pid + " t" + each.thread;
      String name = names.get(row);
      String what = names.get(each.pid + " o" + each.object);
      long time = each.time - first;
      switch (each.kind) {
        case SLICE_BEGIN -> open.computeIfAbsent(row, _ -> new ArrayDeque<>()).push(each);
        case SLICE_END -> {
          Said begin = Objects.requireNonNull(open.get(row)).pop();
          String called = names.get(each.pid + " o" + begin.object);
          long from = begin.time - first;
          things.add(name + " slice " + from + " " + time + " " + called + " " + begin.category());
        }
        case INSTANT -> things.add(name + " moment " + time + " " + what + " " + each.category());
        case COUNTER -> things.add(time + " " + what + " = " + Double.longBitsToDouble(each.value));
        case FLOW_IN, FLOW_OUT -> {
          Said other = flows.put(each.value, each);
          if (other != null) {
            Said out = each.kind == EventKind.FLOW_OUT ? each : other;
            Said in = each.kind == EventKind.FLOW_OUT ? other : each;
            things.add("flow " + end(out) + " to " + end(in));
          }
        }
        default -> {} // no other leaves
      }
    }
    return things;
  }

  private String end(Said flow) {
    return names.get(flow.pid + " t" + flow.thread) + " " + (flow.time - first);
  }

  private String line(Said each) {
    StringBuilder line = new StringBuilder();
    line.append(names.getOrDefault(each.pid + " t" + each.thread, "-"));
    line.append(' ').append(each.time - first).append(' ').append(each.kind);
    if (each.object != 0) {
      line.append(' ').append(names.get(each.pid + " o" + each.object));
    }
    switch (each.kind) {
      case COUNTER -> line.append(" = ").append(Double.longBitsToDouble(each.value));
      case STATE_TOLD -> line.append(' ').append(NativeState.of(each.flags));
      case FLOW_IN, FLOW_OUT, CHILD_START -> line.append(" #").append(each.value);
      case THREAD_STARTED -> line.append(' ').append(names.get(each.pid + " t" + each.value));
      default -> {} // nothing more
    }
    if (each.site != 0) {
      line.append(" at ").append(names.get(each.pid + " s" + each.site));
    }
    return each.text.isEmpty() ? line.toString() : line.append(' ').append(each.text).toString();
  }

  /** How many there are of a kind. */
  long count(EventKind kind) {
    return said.stream().filter(each -> each.kind == kind).count();
  }
}
