package interleave.timeline.derive;

/**
 * What becomes known of a lane only behind the watermark, when its own events are drawn already:
 * that another thread let go of its lock, which virtual thread a carrier ran, that its process is
 * gone. The one way in which what lies between threads comes back to lanes.
 */
final class LaneCorrections {
  private final Directory directory;

  LaneCorrections(Directory directory) {
    this.directory = directory;
  }

  /** Another thread let go of a lock that this one held. */
  void releasedByAnother(int index, int thing, long time) {
    LaneBuilder lane = directory.lanes.get(index);
    lane.releasedByAnother(thing, time);
    directory.changed(lane);
  }

  /** The virtual thread that a carrier runs, -1 for none. */
  int carried(int carrier) {
    return directory.lanes.get(carrier).carried();
  }

  void carries(int index, int lane, long time) {
    LaneBuilder carrier = directory.lanes.get(index);
    if (!carrier.isSeen()) {
      directory.beginCarrier(carrier);
    }
    carrier.carries(lane, time);
    directory.changed(carrier);
  }

  void carriesNoMore(int index, int lane, long time) {
    LaneBuilder carrier = directory.lanes.get(index);
    carrier.carriesNoMore(lane, time);
    directory.changed(carrier);
  }

  /** It ends with its process. */
  void finish(LaneBuilder lane, long time) {
    lane.finish(time);
    directory.changed(lane);
  }
}
