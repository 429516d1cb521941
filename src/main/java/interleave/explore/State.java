package interleave.explore;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A moment of the program: what has happened to each thread, and before that in whatever order
 * makes no difference.
 */
final class State {
  private static final int[] NOBODY = {};

  /** By slot of the thread: its last event; 0 where it is not there yet. */
  final int[] last;

  /** Whether a run came by, so that what is known of it is not only concluded. */
  boolean wasSeen;

  /** Whether it is known who can go on. */
  boolean isOpen;

  /** Slots of those that can go on, in the order of their threads. */
  int[] enabled = NOBODY;

  /** What would happen then. */
  int[] events = NOBODY;

  /** Where that leads, as far as it was followed. */
  @Nullable State[] next = {};

  /** With how few preemptions each was come to; at first with any number. */
  int[] cost = NOBODY;

  /** Which of them were followed. */
  boolean[] followed = {};

  /** How the program ends here; null where it goes on or nobody knows yet. */
  @Nullable Ending ending;

  State(int[] last) {
    this.last = last;
  }

  /** From now on it is known who can go on. */
  void open(int[] slots, int[] wouldBe) {
    isOpen = true;
    enabled = slots;
    events = wouldBe;
    next = new State[slots.length];
    followed = new boolean[slots.length];
    cost = new int[slots.length];
    Arrays.fill(cost, Limits.NONE);
  }

  boolean isChoice() {
    return enabled.length > 1;
  }

  /** Whether nothing is to follow. */
  boolean isEnd() {
    return isOpen && enabled.length == 0;
  }

  /** Where the thread of that slot stands among those that can go on; below 0 where it cannot. */
  int indexOf(int slot) {
    for (int i = 0; i < enabled.length; i++) {
      if (enabled[i] == slot) {
        return i;
      }
    }
    return -1;
  }

  /** Who goes on where nothing is said: who ran last if it can, else the first that can. */
  int usual(int slot) {
    return Math.max(0, indexOf(slot));
  }
}
