package interleave.exchange.export.part;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import interleave.exchange.export.Excerpt;
import interleave.file.Progress;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.grammar.EventGrammar;
import interleave.timeline.grammar.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a recording. It is read twice: first for what was going on when the part begins, then for
 * what is in it. What was going on is said anew in the last nanoseconds before the part, one for
 * each event, so that it stays in order.
 */
final class Cutting {
  private static final int STEPS = 1 << 14;

  private final Recording all;
  private final Path folder;
  private final long from;
  private final long to;

  /** Threads that leave, by process; null where all do. */
  private final @Nullable Map<Long, Set<Integer>> chosen;

  private final Standing standing = new Standing();

  /** Threads that are in the part. */
  private final Map<Long, Set<Integer>> present = new HashMap<>();

  Cutting(Excerpt what, Recording all, Path folder) {
    this.all = all;
    this.folder = folder;
    from = what.range().from();
    to = what.range().to();
    chosen = what.lanes().isAll() ? null : chosen(what);
  }

  private static Map<Long, Set<Integer>> chosen(Excerpt what) {
    Timeline timeline = what.timeline();
    return timeline.lanes().stream()
        .filter(lane -> what.lanes().has(lane.index()))
        .collect(
            Collectors.groupingBy(
                lane -> timeline.processes().get(lane.process()).pid(),
                Collectors.mapping(Cutting::id, Collectors.toSet())));
  }

  private static int id(ThreadLane lane) {
    return (int) lane.id();
  }

  void cut(Progress progress) throws IOException {
    read(new Before(), progress.part(0, 0.5));
    List<Kept> going =
        standing.events().stream().filter(each -> leaves(each) && !each.endsBy(from - 1)).toList();
    going.forEach(this::isPresent);
    Within within = new Within(going);
    read(within, progress.part(0.5, 1));
    within.finish();
  }

  private void read(EventSink sink, Progress progress) throws IOException {
    long total = Math.max(1, all.written());
    try (RecordingReader reader = all.reader()) {
      int[] pieces = {0};
      reader.finish(
          sink,
          _ -> {
            if (pieces[0]++ % STEPS == 0) {
              Progress.check(progress, Math.min(reader.taken(), total), total);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Whether its thread leaves; what is said of no thread, or by the engine, does. */
  private boolean leaves(Kept event) {
    if (chosen == null || event.thread() == 0 || isOfProcess(event)) {
      return true;
    }
    Set<Integer> threads = chosen.get(event.from().pid());
    return threads != null && threads.contains(event.thread());
  }

  private static boolean isOfProcess(Kept event) {
    return event.from().runtime() == TracedRuntime.ENGINE
        || switch (event.kind()) {
          case PROCESS_START,
              PROCESS_END,
              PROCESS_EXEC,
              PROCESS_RUNTIME,
              CHILD_START,
              CHILD_METHOD,
              CHILD_EXIT,
              ADOPTED ->
              true;
          default -> false;
        };
  }

  private void isPresent(Kept event) {
    present.computeIfAbsent(event.from().pid(), _ -> new HashSet<>()).add(event.thread());
  }

  private static boolean isNaming(EventKind kind) {
    return EventGrammar.of(kind).scope() == Scope.NAMING;
  }

  /** Hears each event as one thing. */
  private abstract static class Hearing implements EventSink {
    @Override
    public final void segment(SegmentInfo segment) {}

    @Override
    public final void event(
        SegmentInfo of,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        @Nullable String text) {
      hear(new Kept(of, kind, flags, thread, object, site, value, time, text));
    }

    abstract void hear(Kept event);
  }

  /** What goes on when it begins, and which threads are in it. */
  private final class Before extends Hearing {
    @Override
    void hear(Kept event) {
      if (isNaming(event.kind())) {
        return;
      }
      if (event.time() < from) {
        standing.hear(event);
      } else if (event.time() <= to && leaves(event)) {
        isPresent(event);
      }
    }
  }

  /** Writes what is in it. */
  private final class Within extends Hearing {
    private final Map<SegmentInfo, PartSegment> segments = new HashMap<>();
    private final Map<SegmentInfo, Map<Kept, Long>> going = new HashMap<>();
    private final long opened;

    /** Processes that end in it. */
    private final Set<Long> over = new HashSet<>();

    Within(List<Kept> all) {
      opened = from - all.size() - 1;
      for (int i = 0; i < all.size(); i++) {
        going
            .computeIfAbsent(all.get(i).from(), _ -> new LinkedHashMap<>())
            .put(all.get(i), opened + 1 + i);
      }
    }

    @Override
    void hear(Kept event) {
      SegmentInfo of = event.from();
      EventKind kind = event.kind();
      long time = event.time();
      Set<Integer> threads = present.get(of.pid());
      if (threads == null) {
        return; // nothing of that process is in it
      }
      if (time >= from) {
        goingOn(of); // before whatever is later
      }
      if (isNaming(kind)) {
        boolean ofThread = kind == EventKind.DEFINE_THREAD || kind == EventKind.NATIVE_THREAD;
        if (!ofThread || threads.contains(event.thread())) {
          write(event, Math.clamp(time, opened, to));
        }
      } else if (time >= from && time <= to && leaves(event)) {
        if (kind == EventKind.PROCESS_END) {
          over.add(of.pid());
        } else if (kind == EventKind.CHILD_EXIT) {
          over.add(Standing.child(event));
        }
        write(kind == EventKind.CPU_SAMPLE ? used(event) : event, time);
      }
    }

    /** What is counted from the beginning of its process is counted from that of the part. */
    private Kept used(Kept sample) {
      return new Kept(
          sample.from(),
          sample.kind(),
          sample.flags(),
          sample.thread(),
          sample.object(),
          sample.site(),
          Math.max(0, sample.value() - standing.used(sample.object())),
          sample.time(),
          null);
    }

    @Override
    public void lost(SegmentInfo of, long events, long first, long last) {
      if (events > 0 && first <= to && last >= from && present.containsKey(of.pid())) {
        writer(of).lost(events, Math.max(first, from), Math.min(last, to));
      }
    }

    private void goingOn(SegmentInfo of) {
      Map<Kept, Long> events = going.remove(of);
      if (events != null) {
        events.forEach(this::write);
      }
    }

    private PartSegment writer(SegmentInfo of) {
      return segments.computeIfAbsent(
          of, it -> new PartSegment(folder.resolve(it.file().getFileName()), it));
    }

    private void write(Kept event, long time) {
      try {
        writer(event.from()).write(event.told(time, to), time);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void finish() throws IOException {
      try {
        List.copyOf(going.keySet()).forEach(this::goingOn);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      for (Map.Entry<SegmentInfo, PartSegment> each : segments.entrySet()) {
        SegmentInfo of = each.getKey();
        if (of.runtime() != TracedRuntime.ENGINE && !over.contains(of.pid())) {
          each.getValue().reaches(to);
        }
        each.getValue().finish(opened);
      }
    }
  }
}
