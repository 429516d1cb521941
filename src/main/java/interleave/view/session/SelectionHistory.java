package interleave.view.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places that were visited, to go back and forth between them as in a browser. Visiting a new place
 * forgets what lay ahead; visiting the place one is at changes nothing.
 *
 * @param <T> a place, with a sensible {@code equals}
 */
public final class SelectionHistory<T> {
  private static final int LONGEST = 200;

  private final List<T> places = new ArrayList<>();
  private int here = -1;

  public void visit(T place) {
    if (here >= 0 && places.get(here).equals(place)) {
      return;
    }
    places.subList(here + 1, places.size()).clear();
    places.add(place);
    if (places.size() > LONGEST) {
      places.removeFirst();
    }
    here = places.size() - 1;
  }

  public Optional<T> back() {
    if (here <= 0) {
      return Optional.empty();
    }
    here--;
    return Optional.of(places.get(here));
  }

  public Optional<T> forth() {
    if (here >= places.size() - 1) {
      return Optional.empty();
    }
    here++;
    return Optional.of(places.get(here));
  }

  public void clear() {
    places.clear();
    here = -1;
  }
}
