package interleave.timeline.derive;

import interleave.timeline.LocalTrack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All thread-locals at one moment, also by their threads. */
final class LocalViews {
  private final List<LocalTrack> all;
  private volatile @Nullable Map<Integer, List<LocalTrack>> byLane;

  LocalViews(List<LocalTrack> all) {
    this.all = all;
  }

  List<LocalTrack> all() {
    return all;
  }

  List<LocalTrack> of(int lane) {
    Map<Integer, List<LocalTrack>> found = byLane;
    if (found == null) {
      found = new HashMap<>();
      for (LocalTrack local : all) {
        found.computeIfAbsent(local.lane(), _ -> new ArrayList<>(2)).add(local);
      }
      byLane = found; // two threads may make the same
    }
    return found.getOrDefault(lane, List.of());
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
