package interleave.timeline.events;

import interleave.timeline.ProcessTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Beginnings and ends of processes. */
public final class ProcessEvents {
  private static final Words WORDS = Words.of("timeline/events");

  private ProcessEvents() {}

  public static EventSource of(Timeline timeline) {
    List<EventRow> rows = new ArrayList<>();
    for (ProcessTrack process : timeline.processes()) {
      String starts =
          process.hasPid()
              ? WORDS.get("process.starts", process.name(), process.pid())
              : WORDS.get("process.is", process.name());
      rows.add(row(process, process.start(), starts));
      for (ProcessTrack.Turn turn : process.turns()) {
        rows.add(row(process, turn.time(), WORDS.get("process.turn", process.name(), turn.show())));
      }
      if (process.end() != Timeline.OPEN) {
        ProcessTrack.Exit exit = process.exit();
        String how = exit == null ? WORDS.get("ended") : exit.show();
        rows.add(row(process, process.end(), WORDS.get("process.ends", process.name(), how)));
      }
    }
    return EventSource.sorted(rows);
  }

  private static EventRow row(ProcessTrack process, long time, String text) {
    ThingRef thing = new ThingRef.Process(process.index());
    return new EventRow(time, process.index(), -1, WORDS.get("kind.process"), text, thing);
  }
}
