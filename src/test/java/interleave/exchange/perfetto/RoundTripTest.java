package interleave.exchange.perfetto;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.Excerpts;
import interleave.exchange.export.perfetto.PftraceFormat;
import interleave.file.Progress;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What leaves as a trace of Perfetto's comes back as it left. */
class RoundTripTest {
  private static byte[] written(Excerpt what) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PftraceFormat().write(what, out, Progress.UNHEARD);
    return out.toByteArray();
  }

  /** What leaves, in lines, each time since the first. */
  private static List<String> left(interleave.exchange.export.trace.ToldTrace told) {
    long first =
        Stream.of(
                told.slices.stream().map(it -> it.start()),
                told.instants.stream().map(it -> it.time()),
                told.counts.stream().map(it -> it.time()),
                told.flows.stream().map(it -> it.fromTime()))
            .flatMap(it -> it)
            .mapToLong(Long::longValue)
            .min()
            .orElse(0);
    List<String> lines = new ArrayList<>();
    for (var it : told.slices) {
      lines.add(
          it.on().name()
              + " slice "
              + (it.start() - first)
              + " "
              + (it.end() - first)
              + " "
              + it.name()
              + " ["
              + it.category()
              + "]");
    }
    for (var it : told.instants) {
      lines.add(moment(it.on().name(), it.time() - first, it.name(), it.category()));
    }
    for (var it : told.counts) {
      String unit = it.on().unit().isEmpty() ? "" : " (" + it.on().unit() + ")";
      lines.add((it.time() - first) + " " + it.on().name() + unit + " = " + it.value());
    }
    for (var it : told.flows) {
      lines.add(
          "flow "
              + it.from().name()
              + " "
              + (it.fromTime() - first)
              + " to "
              + it.to().name()
              + " "
              + (it.toTime() - first));
    }
    return lines;
  }

  private static String moment(String on, long time, String name, String category) {
    return on + " moment " + time + " " + name + " [" + category + "]";
  }

  private static void returnsWhole(Timeline run) throws IOException {
    Excerpt what = Excerpts.of(run);
    ToldTrace back = ToldTrace.of(written(what));
    assertThat(back.things())
        .containsExactlyInAnyOrderElementsOf(
            left(interleave.exchange.export.trace.ToldTrace.of(what)));
    assertThat(back.problems).isEmpty();
  }

  @Test
  void runsOfEveryKindReturnAsTheyLeft() throws IOException {
    for (Timeline run : Excerpts.timelines()) {
      returnsWhole(run);
    }
  }

  @Test
  void soDoRunsThatAreMadeUp() throws IOException {
    for (int seed = 0; seed < 40; seed++) {
      returnsWhole(madeUp(new Random(seed)));
    }
  }

  /** Threads that take locks, put and get messages, wait, and end, whenever it comes to them. */
  private static Timeline madeUp(Random random) {
    Trace trace = new Trace();
    long time = random.nextInt(1, 1_000_000);
    for (int p = 1; p <= random.nextInt(1, 4); p++) {
      Trace.Process process = trace.process(p, "process " + p);
      int lock = process.object(ObjectType.MONITOR, 0, "lock of " + p);
      int queue = process.object(ObjectType.QUEUE, 100 + p, "queue of " + p);
      List<Trace.Thread> threads = new ArrayList<>();
      for (int t = 1; t <= random.nextInt(2, 5); t++) {
        Trace.Thread thread = process.thread(t, "thread " + p + "." + t);
        thread.at(time += random.nextInt(3)).event(EventKind.THREAD_BEGIN);
        threads.add(thread);
      }
      for (int i = 0; i < 40; i++) {
        Trace.Thread thread = threads.get(random.nextInt(threads.size()));
        thread.at(time += random.nextInt(3) * random.nextInt(1000));
        switch (random.nextInt(4)) {
          case 0 -> {
            thread.event(EventKind.LOCK_REQUEST, lock);
            thread.at(time += random.nextInt(3)).event(EventKind.LOCK_ACQUIRED, lock);
            thread.at(time += random.nextInt(9)).event(EventKind.LOCK_RELEASED, lock);
          }
          case 1 -> thread.event(EventKind.PUT, 0, queue, i, "message " + i);
          case 2 -> thread.event(EventKind.GET, 0, queue, i - random.nextInt(3), "");
          default -> {
            thread.event(EventKind.SLEEP_BEGIN, 0, 0, 50, null);
            thread.at(time += random.nextInt(60)).event(EventKind.SLEEP_END);
          }
        }
      }
    }
    return trace.end();
  }

  @Test
  void writingEndsWhenNobodyWantsItAnyMore() {
    Assertions.assertThatThrownBy(
            () ->
                new PftraceFormat()
                    .write(
                        Excerpts.of(Excerpts.timelines().getFirst()),
                        new ByteArrayOutputStream(),
                        (_, _) -> false))
        .isInstanceOf(CancellationException.class);
  }
}
