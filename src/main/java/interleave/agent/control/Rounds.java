package interleave.agent.control;

import interleave.agent.control.call.Operation;
import interleave.agent.control.call.Test;
import java.util.ArrayList;
import java.util.List;

/**
 * How a thread goes round: whether the same operations on the same objects came to the same, time
 * after time. Depends on what that thread did and saw, and on nothing else.
 */
final class Rounds {
  /** Alike rounds after which one does not go on alone, where it lets others go first in each. */
  private static final int YIELDING = 2;

  /** The same where it does not say so. */
  private static final int OTHER = 8;

  private static final int LONGEST = 32;
  private static final int MOST = LONGEST * (OTHER + 1);

  private final List<Visit> trail = new ArrayList<>();

  /** A step, and what came of it. */
  private static final class Visit {
    final Operation operation;
    final int object;
    final int place;
    final String detail;
    final int step;
    String did = "";

    Visit(Strand of, int step) {
      operation = of.next;
      object = of.object;
      place = of.place;
      detail = of.detail;
      this.step = step;
    }

    boolean isLike(Visit other) {
      return isAt(other) && detail.equals(other.detail) && did.equals(other.did);
    }

    boolean isAt(Visit other) {
      return operation == other.operation && object == other.object && place == other.place;
    }
  }

  /** What a step came to. */
  void did(String value) {
    if (!trail.isEmpty()) {
      trail.get(trail.size() - 1).did = value;
    }
  }

  /** {@code of} came to stand; whether it has gone round alike often enough. */
  boolean comes(Strand of, int step) {
    if (!isOfRounds(of)) {
      trail.clear();
      return false;
    }
    if (trail.size() == MOST) {
      trail.subList(0, MOST / 2).clear();
    }
    Visit now = new Visit(of, step);
    int length = length(now);
    boolean alike = length > 0 && of.test == Test.ALWAYS && isAlike(length);
    trail.add(now);
    return alike;
  }

  /** Whatever else a thread does brings it forward, for all that is known. */
  private static boolean isOfRounds(Strand of) {
    return switch (of.next) {
      case READ, TRYLOCK, YIELD, SLEEP, LOCK, UNLOCK, UPDATE -> true;
      case WRITE -> !of.detail.isEmpty();
      default -> false;
    };
  }

  private int length(Visit now) {
    int size = trail.size();
    for (int i = 1; i <= Math.min(LONGEST, size); i++) {
      if (trail.get(size - i).isAt(now)) {
        return i;
      }
    }
    return 0;
  }

  private boolean isAlike(int length) {
    int size = trail.size();
    boolean yields = false;
    for (int i = 1; i <= length; i++) {
      Visit each = trail.get(size - i);
      if (each.operation == Operation.UPDATE && each.did.isEmpty()) {
        return false; // nobody knows what it changed
      }
      yields |= each.operation == Operation.YIELD || each.operation == Operation.SLEEP;
    }
    int rounds = yields ? YIELDING : OTHER;
    if (size < length * rounds) {
      return false;
    }
    for (int i = length + 1; i <= length * rounds; i++) {
      if (!trail.get(size - i).isLike(trail.get(size - i + length))) {
        return false;
      }
    }
    return true;
  }

  /** Whether another thread has changed something since the round before that one began. */
  boolean hasChanged(Strand of, Changes changes) {
    int at = trail.size() - 1;
    Visit now = trail.get(at);
    int from = at - 1;
    while (from > 0 && !trail.get(from).isAt(now)) {
      from--;
    }
    for (int i = from; i < at; i++) {
      Visit each = trail.get(i);
      if (each.object != 0 && changes.byOthers(each.object, of) > trail.get(from).step) {
        return true;
      }
    }
    return false;
  }
}
