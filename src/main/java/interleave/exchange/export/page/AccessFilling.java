package interleave.exchange.export.page;

import interleave.exchange.export.Excerpt;
import interleave.timeline.ThingRef;
import interleave.timeline.VariableTrack;
import interleave.timeline.VariableTrack.LostUpdate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts reads and writes of a variable onto its row: all of some thousands; of more those by which
 * its value is drawn truly (of each piece of time the first, the least, the greatest, the last),
 * and those of the first lost updates.
 */
final class AccessFilling {
  /** Of so many at most each is there. */
  static final int ALL = 3_000;

  private static final int PIECES = 500;
  private static final int LOST = 60;

  /** Of so many at most a sentence is said of each. */
  private static final int SAID = 400;

  private final PageRows rows;
  private final Excerpt what;
  private final VariableTrack variable;

  AccessFilling(PageRows rows, Excerpt what, VariableTrack variable) {
    this.rows = rows;
    this.what = what;
    this.variable = variable;
  }

  void fill(PageRow row) {
    int first = variable.at(what.range().from() - 1) + 1;
    int end = variable.at(what.end(what.range().to())) + 1;
    BitSet kept = end - first > ALL ? telling(first, end) : all(first, end);
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      int access = first + i;
      @Nullable ThingRef ref =
          end - first <= SAID ? new ThingRef.Access(variable.index(), access) : null;
      rows.moment(
          row,
          ref,
          variable.time(access),
          PageRows.look(variable.write(access) ? Look.WRITE : Look.READ),
          () -> variable.shown(access),
          variable.site(access),
          rows.lane(variable.lane(access)),
          0);
    }
    rows.countAccesses(end - first, kept.cardinality());
  }

  private static BitSet all(int first, int end) {
    BitSet all = new BitSet();
    all.set(0, Math.max(0, end - first));
    return all;
  }

  private BitSet telling(int first, int end) {
    BitSet kept = new BitSet();
    long from = variable.time(first);
    double piece = Math.max(1, (variable.time(end - 1) - from + 1) / (double) PIECES);
    int i = first;
    for (int p = 1; p <= PIECES && i < end; p++) {
      long until = p == PIECES ? Long.MAX_VALUE : from + (long) (p * piece);
      int begin = i;
      int least = i;
      int greatest = i;
      for (; i < end && variable.time(i) < until; i++) {
        least = value(i) < value(least) ? i : least;
        greatest = value(i) > value(greatest) ? i : greatest;
      }
      if (i > begin) {
        kept.set(begin - first);
        kept.set(least - first);
        kept.set(greatest - first);
        kept.set(i - 1 - first);
      }
    }
    for (int lost = 0; lost < Math.min(LOST, variable.lostUpdates()); lost++) {
      LostUpdate update = variable.lostUpdate(lost);
      for (int access :
          new int[] {update.read(), update.lostRead(), update.lostWrite(), update.overwrite()}) {
        if (access >= first && access < end) {
          kept.set(access - first);
        }
      }
    }
    return kept;
  }

  private double value(int access) {
    return variable.number(access);
  }
}
