package interleave.timeline.events;

import interleave.timeline.PipeTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.PipeText;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** What goes through a pipe between a process and its child, and when that is opened and closed. */
public record PipeEvents(Timeline timeline, PipeTrack pipe) {
  private static final Words WORDS = Words.of("timeline/events");

  public static List<EventSource> of(Timeline timeline, PipeTrack pipe) {
    PipeEvents events = new PipeEvents(timeline, pipe);
    return List.of(
        EventSource.of(pipe.transfers(), i -> pipe.transfer(i).end(), events::transfer),
        events.once());
  }

  private EventSource once() {
    List<EventRow> rows = new ArrayList<>();
    String title = PipeText.title(timeline, pipe);
    rows.add(row(pipe.opened(), -1, WORDS.get("pipe.opened", title)));
    if (pipe.closed() != Timeline.OPEN) {
      rows.add(row(pipe.closed(), -1, WORDS.get("pipe.closed", title)));
    }
    return EventSource.sorted(rows);
  }

  private EventRow transfer(int i) {
    PipeTrack.Transfer transfer = pipe.transfer(i);
    String title = PipeText.title(timeline, pipe);
    boolean end = transfer.bytes() == 0 && pipe.stream() != PipeTrack.Stream.INPUT;
    String text =
        transfer.failed()
            ? WORDS.get("pipe.failed", title)
            : end
                ? WORDS.get("pipe.end", title)
                : WORDS.get("pipe.through", title, PipeText.bytes(transfer.bytes()));
    return row(transfer.end(), transfer.lane(), text);
  }

  private EventRow row(long time, int lane, String text) {
    int process = lane < 0 ? pipe.process() : Lanes.process(timeline, lane);
    ThingRef thing = new ThingRef.Pipe(pipe.index());
    return new EventRow(time, process, lane, WORDS.get("kind.pipe"), text, thing);
  }
}
