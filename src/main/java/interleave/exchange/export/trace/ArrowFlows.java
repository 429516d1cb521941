package interleave.exchange.export.trace;

import interleave.timeline.Timeline;
import interleave.timeline.Wakes;
import interleave.words.Words;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Who started, ended, called whom, and let whom go on. */
final class ArrowFlows {
  private static final Words WORDS = Words.of("exchange/export");

  private final Telling telling;
  private final ProcessRows processes;

  ArrowFlows(Telling telling, ProcessRows processes) {
    this.telling = telling;
    this.processes = processes;
  }

  void tell() throws IOException {
    for (Timeline.Arrow arrow : telling.timeline().arrows()) {
      telling.step();
      telling.flow(
          "arrow",
          WORDS.get("arrow." + arrow.kind()),
          end(arrow.fromLane(), arrow.fromProcess()),
          arrow.fromTime(),
          end(arrow.toLane(), arrow.toProcess()),
          arrow.toTime());
    }
    Wakes wakes = telling.timeline().wakes();
    for (int i = 0; i < wakes.size() && !telling.isPast(wakes.toTime(i)); i++) {
      telling.step();
      telling.flow(
          "wake",
          WORDS.get("wake"),
          telling.tracks.thread(wakes.fromLane(i)),
          wakes.fromTime(i),
          telling.tracks.thread(wakes.toLane(i)),
          wakes.toTime(i));
    }
  }

  private @Nullable TraceTrack end(int lane, int process) throws IOException {
    if (lane >= 0) {
      return telling.tracks.thread(lane);
    }
    return process >= 0 && telling.what.lanes().hasAnyOf(telling.timeline(), process)
        ? processes.life(process)
        : null;
  }
}
