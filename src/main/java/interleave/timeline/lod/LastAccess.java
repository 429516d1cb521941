package interleave.timeline.lod;

import interleave.timeline.BinKeys;
import interleave.timeline.VariableTrack;
import org.jspecify.annotations.Nullable;

/**
 * The last access to a variable up to the end of each bin. It is asked for once of a bin after
 * which there are others, since nothing comes before these any more.
 *
 * @param known up to when all accesses are known
 */
public record LastAccess(VariableTrack variable, Bins bins, @Nullable BinKeys kept, long known) {
  public static LastAccess of(VariableTrack variable, Bins bins) {
    int size = variable.size();
    long known = size == 0 ? Long.MIN_VALUE : variable.time(size - 1);
    return new LastAccess(variable, bins, variable.kept(), known);
  }

  /** Up to the end of the bin that begins at {@code time}; -1 if there is none. */
  public int in(long time) {
    long end = bins.next(time);
    int told = kept == null ? BinKeys.UNKNOWN : kept.get(bins.size(), time);
    if (told != BinKeys.UNKNOWN && told < variable.size()) {
      return told;
    }
    int last = variable.at(end - 1);
    if (kept != null && end <= known) {
      kept.keep(bins.size(), time, last);
    }
    return last;
  }
}
