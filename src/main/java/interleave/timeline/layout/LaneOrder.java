package interleave.timeline.layout;

import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sorts the lanes of threads as the user wants to see them. */
public final class LaneOrder {
  /** While a run goes on lanes change places no more often than this, so that nothing dances. */
  private static final long CALM = 2_000_000_000L;

  private LaneOrder() {}

  public static List<RowSource.Place> sorted(
      Timeline timeline, RowChoice.Order order, List<RowSource.Place> places) {
    if (order == RowChoice.Order.USUAL) {
      return places;
    }
    List<RowSource.Place> sorted = new ArrayList<>(places);
    sorted.sort(
        switch (order) {
          case USUAL, START ->
              Comparator.comparingLong(
                  (RowSource.Place place) -> timeline.lanes().get(place.index()).start());
          case NAME ->
              Comparator.comparing(
                  (RowSource.Place place) -> timeline.lanes().get(place.index()).name(),
                  LaneOrder::compare);
          case RUNNING, WAITING -> longest(timeline, order, places);
        });
    return sorted;
  }

  private static Comparator<RowSource.Place> longest(
      Timeline timeline, RowChoice.Order order, List<RowSource.Place> places) {
    long now = timeline.now();
    long until = timeline.live() ? now - Math.floorMod(now - timeline.start(), CALM) : now;
    Map<Integer, Long> nanos = new HashMap<>();
    for (RowSource.Place place : places) {
      nanos.put(place.index(), nanos(timeline.lanes().get(place.index()), order, until));
    }
    return Comparator.comparingLong(
        (RowSource.Place place) -> -nanos.getOrDefault(place.index(), 0L));
  }

  private static long nanos(ThreadLane lane, RowChoice.Order order, long until) {
    long nanos = 0;
    for (ThreadState state : ThreadState.values()) {
      if (order == (waits(state) ? RowChoice.Order.WAITING : RowChoice.Order.RUNNING)
          && (waits(state) || state == ThreadState.RUNNING)) {
        nanos += lane.spans().nanosIn(state, lane.start(), Math.max(lane.start(), until));
      }
    }
    return nanos;
  }

  /** Whoever sleeps does so of its own will. */
  private static boolean waits(ThreadState state) {
    return switch (state) {
      case LOCK_WAIT, QUEUE_WAIT, JOINING, SYNC_WAIT, UNTRACED_WAIT -> true;
      case RUNNING, SLEEPING, IO, READY, NOT_TOLD -> false;
    };
  }

  /** Thread-2 before Thread-10. */
  private static int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int endOne = end(one, i);
      int endOther = end(other, j);
      int difference =
          endOne > i && endOther > j
              ? Integer.compare(endOne - i, endOther - j)
              : Character.compare(
                  Character.toLowerCase(one.charAt(i)), Character.toLowerCase(other.charAt(j)));
      if (difference == 0 && endOne > i && endOther > j) {
        difference = one.substring(i, endOne).compareTo(other.substring(j, endOther));
      }
      if (difference != 0) {
        return difference;
      }
      i = Math.max(i + 1, endOne);
      j = Math.max(j + 1, endOther);
    }
    return Integer.compare(one.length() - i, other.length() - j);
  }

  /** Where the number ends that begins there. */
  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
