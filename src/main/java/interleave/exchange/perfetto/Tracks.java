package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.Wire;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tracks of a file, by their numbers, which are the same in all of it. */
final class Tracks {
  /** Parents further away count for nothing; tools have three or four. */
  private static final int DEEPEST = 32;

  private final Map<Long, Track> tracks = new HashMap<>();
  private final Limits limits;
  private final Wire within = new Wire();

  Tracks(Limits limits) {
    this.limits = limits;
  }

  /** Takes in what a packet says of a track. */
  void read(Wire wire, Wire again, ThreadNames threads) {
    long uuid = 0;
    while (wire.next()) {
      uuid = wire.field() == 1 ? wire.number() : uuid;
    }
    of(uuid).read(again, within, threads);
  }

  /** The track of that number, described or not. */
  Track of(long uuid) {
    Track found = tracks.get(uuid);
    if (found == null) {
      limits.track();
      found = new Track(uuid);
      tracks.put(uuid, found);
    }
    return found;
  }

  /** The nearest of the track and those above it that is a thread's or a process'; null: none. */
  @Nullable Track owner(Track track) {
    Track at = track;
    for (int i = 0; i < DEEPEST; i++) {
      if (at.ofThread || at.ofProcess) {
        return at;
      }
      if (at.parent == 0 || at.parent == at.uuid) {
        return null;
      }
      at = of(at.parent);
    }
    return null;
  }
}
