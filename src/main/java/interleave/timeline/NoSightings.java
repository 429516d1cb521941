package interleave.timeline;

import java.util.List;

/** No thread was seen at a single moment. */
final class NoSightings implements Sightings {
  @Override
  public int size() {
    return 0;
  }

  @Override
  public Sighting get(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  @Override
  public List<Integer> ofLane(int lane) {
    return List.of();
  }

  @Override
  public List<Integer> waitingFor(int lock) {
    return List.of();
  }

  @Override
  public Held held(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  @Override
  public List<Integer> heldBy(int lane) {
    return List.of();
  }

  @Override
  public List<Integer> holdsOf(int lock) {
    return List.of();
  }

  @Override
  public List<Moment> moments() {
    return List.of();
  }
}
