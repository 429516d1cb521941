package interleave.timeline.compare;

import interleave.timeline.PoolTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the times of the second run lie over those of the first.
 *
 * @param ns what to add to a time of the first for that of the second at the same place
 * @param by what it was found by
 * @param anchors how many pairs of moments it was found from
 */
public record Shift(long ns, Alignment by, int anchors) {
  /** The time of the second run that lies at the same place as that of the first. */
  public long toB(long timeInA) {
    return timeInA == Timeline.OPEN ? Timeline.OPEN : timeInA + ns;
  }

  public long toA(long timeInB) {
    return timeInB == Timeline.OPEN ? Timeline.OPEN : timeInB - ns;
  }

  /** Both begin at once. */
  public static Shift start(Timeline a, Timeline b) {
    return new Shift(b.start() - a.start(), Alignment.START, 1);
  }

  /** Empty where one of the runs has nothing of that name. */
  static Optional<Shift> of(Alignment by, Timeline a, Timeline b, Partners partners) {
    return switch (by) {
      case Alignment.AtStart _ -> Optional.of(start(a, b));
      case Alignment.ByMatch _ -> Optional.of(match(a, b, partners));
      case Alignment.AtEvent(String name) -> {
        OptionalLong inA = Occurrence.first(a, name);
        OptionalLong inB = Occurrence.first(b, name);
        yield inA.isPresent() && inB.isPresent()
            ? Optional.of(new Shift(inB.getAsLong() - inA.getAsLong(), by, 1))
            : Optional.empty();
      }
    };
  }

  /**
   * The median of how far apart partners begin: a few that begin elsewhere move it little. Main
   * threads begin with the run and say nothing more.
   */
  private static Shift match(Timeline a, Timeline b, Partners partners) {
    List<Long> apart = new ArrayList<>();
    for (Pair pair : partners.lanes()) {
      if (pair.isBoth()) {
        ThreadLane inA = a.lanes().get(pair.a());
        ThreadLane inB = b.lanes().get(pair.b());
        if (!isFirst(a, inA) && !isFirst(b, inB)) {
          apart.add(inB.start() - inA.start());
        }
      }
    }
    for (Pair pair : partners.pools()) {
      if (pair.isBoth()) {
        tasks(a.pools().get(pair.a()), b.pools().get(pair.b()), apart);
      }
    }
    for (Pair pair : partners.phases()) {
      if (pair.isBoth()) {
        apart.add(b.phases().get(pair.b()).start() - a.phases().get(pair.a()).start());
      }
    }
    if (apart.isEmpty()) {
      return start(a, b);
    }
    apart.sort(null);
    return new Shift(apart.get(apart.size() / 2), Alignment.MATCH, apart.size());
  }

  private static boolean isFirst(Timeline of, ThreadLane lane) {
    return lane.process() >= 0
        && of.processes().get(lane.process()).parent() < 0
        && of.processes().get(lane.process()).lanes().getFirst() == lane.index();
  }

  private static void tasks(PoolTrack a, PoolTrack b, List<Long> apart) {
    for (int i = 0; i < Math.min(a.tasks().size(), b.tasks().size()); i++) {
      long inA = a.tasks().get(i).started();
      long inB = b.tasks().get(i).started();
      if (inA != Timeline.OPEN && inB != Timeline.OPEN) {
        apart.add(inB - inA);
      }
    }
  }
}
