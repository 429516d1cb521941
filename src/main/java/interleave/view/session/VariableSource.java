package interleave.view.session;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;

/** Reads and writes of a watched variable. */
record VariableSource(Timeline timeline, VariableTrack variable) implements HappeningSource {
  @Override
  public int size() {
    return variable.size();
  }

  @Override
  public long time(int i) {
    return variable.time(i);
  }

  @Override
  public int at(long time) {
    return variable.at(time);
  }

  @Override
  public Happening get(int i) {
    String value = variable.type().show(variable.bits(i));
    String text =
        variable.write(i)
            ? "writes " + value + " to " + variable.name()
            : "reads " + value + " from " + variable.name();
    int lane = variable.lane(i);
    return new Happening(
        time(i),
        Lanes.process(timeline, lane),
        lane,
        Happening.Kind.VARIABLE,
        variable.isLost(i) ? text + " (lost)" : text,
        new ThingRef.Access(variable.index(), i));
  }
}
