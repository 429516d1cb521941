package interleave.explore;

import java.util.ArrayList;
import java.util.List;

/** What a run told that does not fit to what others told. */
final class Doubts {
  private static final int MOST_PLACES = 20;

  private final List<Operation.Place> places = new ArrayList<>();
  private long different;
  private boolean united;
  private boolean misjudged;

  /** The same that happened before did not lead to the same. */
  void different(Operation.Place place) {
    different++;
    if (places.size() < MOST_PLACES && place.line() > 0 && !places.contains(place)) {
      places.add(place);
    }
  }

  /** The run contradicts itself. */
  void strange(Operation.Place place) {
    different(place);
  }

  /** Two objects turned out to be one: what was concluded while they were two is void. */
  void united() {
    united = true;
  }

  /** Who can go on depends on more than was thought: nothing may be concluded. */
  void misjudged() {
    misjudged = true;
  }

  /** How often runs differed that should not have. */
  long differences() {
    return different;
  }

  List<Operation.Place> places() {
    return List.copyOf(places);
  }

  /** Whether objects were united since that was asked last. */
  boolean takeUnited() {
    boolean taken = united;
    united = false;
    return taken;
  }

  boolean isMisjudged() {
    return misjudged;
  }
}
