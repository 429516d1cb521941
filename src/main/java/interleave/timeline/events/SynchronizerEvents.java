package interleave.timeline.events;

import interleave.timeline.SynchronizerTrack;
import interleave.timeline.SynchronizerTrack.Opening;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.SynchronizerText;
import interleave.words.Words;
import java.util.List;

/** Where a semaphore, latch, barrier or phaser stands from step to step, and when it opens. */
public record SynchronizerEvents(Timeline timeline, SynchronizerTrack track) {
  private static final Words WORDS = Words.of("timeline/events");

  public static List<EventSource> of(Timeline timeline, SynchronizerTrack track) {
    SynchronizerEvents events = new SynchronizerEvents(timeline, track);
    return List.of(
        EventSource.of(track.steps(), track::stepTime, events::step),
        EventSource.of(track.openings(), i -> track.opening(i).time(), events::opening));
  }

  private EventRow step(int i) {
    long time = track.stepTime(i);
    String level = SynchronizerText.level(track, track.stepLevel(i), time);
    String text = WORDS.get("level", SynchronizerText.title(track), level);
    return row(time, track.stepLane(i), text, new ThingRef.Synchronizer(track.index()));
  }

  private EventRow opening(int i) {
    Opening opening = track.opening(i);
    String title = SynchronizerText.title(track);
    String text =
        switch (opening.cause()) {
          case OPENED -> WORDS.count("opened", opening.let(), title);
          case BROKEN -> WORDS.count("broken", opening.let(), title);
          case TERMINATED -> WORDS.get("terminated", title);
        };
    return row(opening.time(), opening.lane(), text, new ThingRef.Opening(track.index(), i));
  }

  private EventRow row(long time, int lane, String text, ThingRef thing) {
    int process = lane < 0 ? track.process() : Lanes.process(timeline, lane);
    return new EventRow(time, process, lane, WORDS.get("kind.synchronizer"), text, thing);
  }
}
