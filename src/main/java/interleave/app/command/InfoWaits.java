package interleave.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import interleave.timeline.Deadlock;
import interleave.timeline.LockTrack;
import interleave.timeline.Site;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.Durations;
import interleave.words.Words;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** What threads of a recording waited for: its locks, its longest waits, its deadlocks. */
final class InfoWaits {
  private static final Words WORDS = Words.of("app");
  private static final int LOCKS = 10;
  private static final int WAITS = 10;
  private static final int FIGURE = 11;
  private static final int NAME = 30;
  private static final int MOMENT = 16;
  private static final List<String> COLUMNS =
      List.of("acquired", "contended", "waited", "longest", "held");

  private final Timeline timeline;
  private final List<LockTrack> locks;
  private final List<LongestWaits.Wait> waits;

  InfoWaits(Timeline timeline) {
    this.timeline = timeline;
    long now = timeline.now();
    locks =
        timeline.locks().stream()
            .filter(lock -> !timeline.sightings().areAllOf(lock))
            .sorted(
                Comparator.comparingLong((LockTrack lock) -> lock.waitNs(now))
                    .thenComparingLong(LockTrack::acquires)
                    .reversed())
            .toList();
    waits = LongestWaits.of(timeline, WAITS);
  }

  void print(Terminal terminal) {
    printLocks(terminal);
    printSeen(terminal);
    if (!waits.isEmpty()) {
      terminal.line(WORDS.get("info.waits"));
      for (LongestWaits.Wait each : waits) {
        String when = Durations.moment(each.start() - timeline.start());
        String figures = Columns.pad(when, MOMENT) + Columns.pad(Durations.show(each.nanos()), 10);
        String says = each.sentence(timeline) + "  " + place(each.site());
        terminal.line("  " + figures + says.stripTrailing());
      }
    }
    if (!timeline.deadlocks().isEmpty()) {
      terminal.line(WORDS.get("info.deadlocks"));
      for (Deadlock each : timeline.deadlocks()) {
        String when = Durations.moment(each.since() - timeline.start());
        terminal.line("  " + Columns.pad(when, MOMENT) + sentence(each));
      }
    }
    String standstill = Explanation.standstill(timeline);
    if (!standstill.isEmpty()) {
      terminal.line("  " + standstill);
    }
  }

  /** What was seen at single moments: the processes, and the locks that threads waited for. */
  private void printSeen(Terminal terminal) {
    if (timeline.sightings().size() == 0) {
      return;
    }
    terminal.line(WORDS.get("info.seen"));
    for (int i = 0; i < Math.min(LOCKS, timeline.processes().size()); i++) {
      terminal.line("  " + Explanation.sentence(timeline, new ThingRef.Process(i)));
    }
    timeline.locks().stream()
        .filter(timeline.sightings()::areAllOf)
        .limit(LOCKS)
        .forEach(
            lock -> {
              String says = Explanation.sentence(timeline, new ThingRef.Lock(lock.index()));
              terminal.line("  " + Columns.pad(lock.name(), NAME) + says);
            });
  }

  private void printLocks(Terminal terminal) {
    if (locks.isEmpty()) {
      return;
    }
    StringBuilder head = new StringBuilder(Columns.pad(WORDS.get("info.locks"), NAME + 2));
    COLUMNS.forEach(each -> head.append(right(WORDS.get("info.lock." + each))));
    terminal.line(head.toString());
    for (LockTrack lock : locks.subList(0, Math.min(LOCKS, locks.size()))) {
      StringBuilder row = new StringBuilder("  " + Columns.pad(lock.name(), NAME));
      figures(lock).forEach(each -> row.append(right(each)));
      terminal.line(row.toString());
    }
    if (locks.size() > LOCKS) {
      terminal.line("  " + WORDS.get("info.locks.more", Durations.count(locks.size() - LOCKS)));
    }
  }

  private List<String> figures(LockTrack lock) {
    long now = timeline.now();
    return List.of(
        lock.isUntold() ? "–" : Durations.count(lock.acquires()),
        Durations.count(lock.allContended()),
        Durations.show(lock.waitNs(now)),
        Durations.show(lock.longestWaitNs(now)),
        lock.isUntold() ? "–" : Durations.show(lock.holdNs(now)));
  }

  private static String right(String text) {
    return " ".repeat(Math.max(1, FIGURE - Columns.of(text))) + text;
  }

  private static String place(Site site) {
    return site.line() == 0
        ? ""
        : (site.simpleFile() + ":" + site.line() + " " + site.function()).strip();
  }

  private String sentence(Deadlock deadlock) {
    return Explanation.sentence(timeline, new ThingRef.Deadlock(deadlock.index()));
  }

  void write(JsonGenerator to) throws IOException {
    to.writeArrayFieldStart("locks");
    for (LockTrack lock : locks) {
      write(to, lock);
    }
    to.writeEndArray();
    to.writeArrayFieldStart("longest_waits");
    for (LongestWaits.Wait each : waits) {
      write(to, each);
    }
    to.writeEndArray();
    to.writeArrayFieldStart("deadlocks");
    for (Deadlock each : timeline.deadlocks()) {
      write(to, each);
    }
    to.writeEndArray();
  }

  private void write(JsonGenerator to, LockTrack lock) throws IOException {
    long now = timeline.now();
    to.writeStartObject();
    to.writeStringField("name", lock.name());
    if (!lock.isUntold()) {
      to.writeNumberField("acquires", lock.acquires());
    }
    to.writeNumberField("contended", lock.allContended());
    to.writeNumberField("waited_ns", lock.waitNs(now));
    to.writeNumberField("longest_wait_ns", lock.longestWaitNs(now));
    if (!lock.isUntold()) {
      to.writeNumberField("held_ns", lock.holdNs(now));
    }
    to.writeEndObject();
  }

  private void write(JsonGenerator to, LongestWaits.Wait wait) throws IOException {
    to.writeStartObject();
    to.writeStringField("thread", wait.lane().name());
    to.writeNumberField("pid", timeline.processes().get(wait.lane().process()).pid());
    to.writeNumberField("start_ns", wait.start() - timeline.start());
    to.writeNumberField("wait_ns", wait.nanos());
    to.writeStringField("says", wait.sentence(timeline));
    to.writeStringField("place", place(wait.site()));
    to.writeEndObject();
  }

  private void write(JsonGenerator to, Deadlock deadlock) throws IOException {
    to.writeStartObject();
    to.writeNumberField("since_ns", deadlock.since() - timeline.start());
    to.writeArrayFieldStart("threads");
    for (Deadlock.Member each : deadlock.members()) {
      to.writeString(timeline.lanes().get(each.lane()).name());
    }
    to.writeEndArray();
    to.writeArrayFieldStart("locks");
    for (Deadlock.Member each : deadlock.members()) {
      to.writeString(timeline.locks().get(each.lock()).name());
    }
    to.writeEndArray();
    to.writeStringField("says", sentence(deadlock));
    to.writeEndObject();
  }
}
