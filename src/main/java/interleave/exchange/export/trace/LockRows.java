package interleave.exchange.export.trace;

import interleave.timeline.GilTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.SynchronizerText;
import interleave.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Who had which lock, and whom that one gave it to; how synchronizers stood. */
final class LockRows {
  private static final Words WORDS = Words.of("exchange/export");

  private final Telling telling;

  LockRows(Telling telling) {
    this.telling = telling;
  }

  void tell() throws IOException {
    for (LockTrack lock : telling.timeline().locks()) {
      holds(lock.process(), lock.name(), lock.holds());
      sums(lock);
      telling.counter(
          lock.process(),
          WORDS.get("waiting", lock.name()),
          "",
          telling.what.lanes().isAll() ? lock.waiterSteps() : 0,
          lock::waiterStepTime,
          lock::waiterStepCount);
    }
    for (GilTrack gil : telling.timeline().gils()) {
      holds(gil.process(), "GIL", gil.holds());
    }
    for (SynchronizerTrack track : telling.timeline().synchronizers()) {
      level(track);
    }
  }

  private void holds(int process, String name, LockTrack.Holds holds) throws IOException {
    StackedRows rows = new StackedRows(telling.tracks, process, name);
    int last = -1;
    for (int i = 0; i < holds.size() && !telling.isPast(holds.start(i)); i++) {
      telling.step();
      if (telling.what.lanes().has(holds.lane(i))
          && telling.what.meets(holds.start(i), holds.end(i))) {
        hold(rows.row(holds.start(i), holds.end(i)), holds, i);
        handOver(name, holds, last, i);
      }
      last = i;
    }
  }

  private void hold(TraceTrack row, LockTrack.Holds holds, int i) throws IOException {
    List<Fact> facts = new ArrayList<>();
    if (holds.contended(i)) {
      facts.add(new Fact("waited_ns", holds.waited(i)));
    }
    if (holds.shared(i)) {
      facts.add(new Fact("shared", true));
    }
    facts.addAll(ThreadRows.place(telling.timeline(), holds.site(i)));
    telling.slice(
        row,
        "hold",
        Lanes.name(telling.timeline(), holds.lane(i)),
        holds.start(i),
        holds.end(i),
        facts);
  }

  /** From who let go of it to who had waited for it. */
  private void handOver(String name, LockTrack.Holds holds, int before, int i) throws IOException {
    if (before >= 0 && holds.contended(i) && holds.lane(before) != holds.lane(i)) {
      telling.flow(
          "hand-over",
          name,
          telling.tracks.thread(holds.lane(before)),
          holds.end(before),
          telling.tracks.thread(holds.lane(i)),
          holds.start(i));
    }
  }

  /** Holds that were too many to be recorded each. */
  private void sums(LockTrack lock) throws IOException {
    StackedRows rows =
        new StackedRows(telling.tracks, lock.process(), WORDS.get("summed", lock.name()));
    for (int i = lock.sumAfter(telling.what.range().from()); i < lock.sums(); i++) {
      telling.step();
      LockTrack.Sum sum = lock.sum(i);
      if (telling.what.lanes().has(sum.lane()) && telling.what.meets(sum.start(), sum.end())) {
        telling.slice(
            rows.row(sum.start(), sum.end()),
            "holds",
            Lanes.name(telling.timeline(), sum.lane()),
            sum.start(),
            sum.end(),
            List.of(
                new Fact("count", sum.count()),
                new Fact("contended", sum.contended()),
                new Fact("held_ns", sum.heldNs()),
                new Fact("waited_ns", sum.waitedNs())));
      }
    }
  }

  private void level(SynchronizerTrack track) throws IOException {
    boolean all = telling.what.lanes().isAll();
    String title = SynchronizerText.title(track);
    telling.counter(
        track.process(), title, "", all ? track.steps() : 0, track::stepTime, track::stepLevel);
    telling.counter(
        track.process(),
        WORDS.get("waiting", title),
        "",
        all ? track.waiterSteps() : 0,
        track::waiterStepTime,
        track::waiterStepCount);
    for (int i = 0; i < track.openings(); i++) {
      telling.step();
      SynchronizerTrack.Opening opening = track.opening(i);
      telling.instant(
          telling.tracks.thread(opening.lane()),
          "opening",
          title,
          opening.time(),
          List.of(new Fact("let", opening.let())));
    }
  }
}
