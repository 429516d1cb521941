package interleave.view.session;

import interleave.timeline.OutputTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.words.Words;

/** Lines that were printed. */
record OutputSource(Timeline timeline) implements EventRowSource {
  private static final Words WORDS = Words.of("view/session");

  @Override
  public int size() {
    return timeline.output().size();
  }

  @Override
  public long time(int i) {
    return timeline.output().line(i).time();
  }

  @Override
  public int at(long time) {
    return timeline.output().at(time);
  }

  @Override
  public EventRow get(int i) {
    OutputTrack.Line line = timeline.output().line(i);
    return new EventRow(
        line.time(),
        line.process(),
        line.lane(),
        EventRow.Kind.OUTPUT,
        WORDS.get("prints", line.text()),
        new ThingRef.Line(i));
  }
}
