package interleave.timeline.range;

import interleave.timeline.VariableTrack;

/**
 * How a variable was read and written within a range.
 *
 * @param lost how many updates were overwritten then that nobody had read
 * @param first index of the first access, -1 for none; so {@code last}
 */
public record VariableUse(
    VariableTrack variable, long reads, long writes, long lost, int first, int last) {

  public static VariableUse of(Inquiry asked, VariableTrack variable) {
    int size = variable.size();
    if (asked.isWhole()) {
      return new VariableUse(
          variable,
          variable.reads(),
          variable.writes(),
          variable.lostUpdates(),
          size == 0 ? -1 : 0,
          size - 1);
    }
    TimeRange range = asked.range();
    int first = variable.at(range.from() - 1) + 1;
    int last = variable.at(range.to() - 1);
    if (first > last) {
      return new VariableUse(variable, 0, 0, 0, -1, -1);
    }
    long writes = 0;
    for (int i = first; i <= last; i++) {
      asked.patience().check(i);
      writes += variable.write(i) ? 1 : 0;
    }
    long lost = variable.firstLostAt(range.to()) - variable.firstLostAt(range.from());
    return new VariableUse(variable, last - first + 1 - writes, writes, lost, first, last);
  }
}
