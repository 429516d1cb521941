package interleave.timeline.derive;

import interleave.timeline.LocalTrack;
import java.util.Arrays;
import java.util.List;

/** All thread-locals at one moment, also by their threads. */
final class LocalViews {
  private static final int[] NONE = {};

  private final List<LocalTrack> all;

  /** By lane: the indices of its locals; lanes that came later have none. */
  private final List<int[]> byLane;

  LocalViews(List<LocalTrack> all, List<int[]> byLane) {
    this.all = all;
    this.byLane = byLane;
  }

  List<LocalTrack> all() {
    return all;
  }

  List<LocalTrack> of(int lane) {
    int[] indices = lane >= 0 && lane < byLane.size() ? byLane.get(lane) : NONE;
    return indices.length == 0 ? List.of() : Arrays.stream(indices).mapToObj(all::get).toList();
  }

  /** A prefix of what a builder holds. */
  record OfLocal(LocalBuilder local, int size, int reads, String name, boolean scoped)
      implements LocalTrack {
    static OfLocal of(LocalBuilder local) {
      return new OfLocal(
          local,
          local.starts.size(),
          local.reads.size(),
          ShortNames.simple(local.thing.name),
          local.scoped());
    }

    @Override
    public int index() {
      return local.index;
    }

    @Override
    public int lane() {
      return local.lane;
    }

    @Override
    public long from(int i) {
      return local.starts.get(i);
    }

    @Override
    public long until(int i) {
      return local.ends.get(i);
    }

    @Override
    public String value(int i) {
      return local.values.get(i);
    }

    @Override
    public int site(int i) {
      return local.sites.get(i);
    }

    @Override
    public int at(long time) {
      return local.starts.floor(time, size);
    }

    @Override
    public long read(int i) {
      return local.reads.get(i);
    }

    @Override
    public int firstReadAt(long time) {
      return time == Long.MIN_VALUE ? 0 : local.reads.floor(time - 1, reads) + 1;
    }
  }
}
