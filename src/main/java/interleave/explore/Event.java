package interleave.explore;

import org.jspecify.annotations.Nullable;

/**
 * A step of a thread together with all that came before it by necessity. Wherever the same event
 * happens, its thread does the same and comes to stand before the same operation.
 */
final class Event {
  final int id;

  /** Of the thread. */
  final int slot;

  /** Whether some run came to it, so that the following is known. */
  boolean happened;

  /** Before what its thread stands then; null where it has ended. */
  Operation.@Nullable Kind next;

  /**
   * On which object that is: below 0 a thread, from 1 any other, in the numbers of {@link Events}.
   */
  int object;

  /** Where that stands in the program. */
  Operation.Place place = Operation.Place.UNKNOWN;

  /** The whole program ended with it. */
  boolean isLast;

  /** Threads that it started, as the events with which these came to stand first. */
  int[] started = {};

  Event(int id, int slot) {
    this.id = id;
    this.slot = slot;
  }
}
