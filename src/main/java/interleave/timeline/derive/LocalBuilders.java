package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.timeline.LocalTrack;
import interleave.timeline.column.FrozenList;
import interleave.timeline.column.ObjectColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All thread-locals of all threads. */
final class LocalBuilders {
  private static final int[] NONE = {};

  private final ObjectColumn<LocalBuilder> builders = new ObjectColumn<>();

  /** By lane: the builders of its locals; few each. */
  private final Map<Integer, List<LocalBuilder>> byLane = new HashMap<>();

  private final List<LocalBuilder> changed = new ArrayList<>();
  private final FrozenList<LocalTrack> tracks = new FrozenList<>();
  private LocalViews views = new LocalViews(List.of(), List.of());

  /** The indices of each lane's locals, up to the last lane that has any. */
  private final FrozenList<int[]> indices = new FrozenList<>();

  void event(
      InternedObject thing, EventKind kind, int lane, int site, long time, @Nullable String text) {
    LocalBuilder local = of(thing, lane);
    local.event(kind, site, time, text);
    changed(local);
  }

  private LocalBuilder of(InternedObject thing, int lane) {
    List<LocalBuilder> ofLane = byLane.computeIfAbsent(lane, _ -> new ArrayList<>(2));
    for (LocalBuilder each : ofLane) {
      if (each.thing == thing) {
        return each;
      }
    }
    LocalBuilder made = new LocalBuilder(builders.size(), thing, lane);
    builders.add(made);
    ofLane.add(made);
    for (int i = indices.size(); i <= lane; i++) {
      indices.set(i, NONE);
    }
    int[] more = Arrays.copyOf(indices.get(lane), ofLane.size());
    more[more.length - 1] = made.index;
    indices.set(lane, more);
    return made;
  }

  private void changed(LocalBuilder local) {
    if (!local.changed) {
      local.changed = true;
      changed.add(local);
    }
  }

  void laneEnded(int lane, long time) {
    for (LocalBuilder each : byLane.getOrDefault(lane, List.of())) {
      each.close(time);
      changed(each);
    }
  }

  LocalViews view() {
    if (!changed.isEmpty()) {
      changed.sort((a, b) -> Integer.compare(a.index, b.index));
      for (LocalBuilder each : changed) {
        each.changed = false;
        tracks.set(each.index, LocalViews.OfLocal.of(each));
      }
      changed.clear();
      views = new LocalViews(tracks.freeze(), indices.freeze());
    }
    return views;
  }
}
