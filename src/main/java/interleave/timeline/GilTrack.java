package interleave.timeline;

import java.util.List;

/**
 * The lock with which an interpreter lets one of its threads at a time run, as it was seen from
 * outside, again and again: what lay between two looks is known in number only.
 */
public interface GilTrack {
  int process();

  /** Who was seen to have it, one after the other; in the gaps nobody had. */
  LockTrack.Holds holds();

  /** Those first who had it longest. */
  List<LockTrack.Owner> owners();

  /** From when on it was looked at. */
  long start();

  /** For how long somebody had it. */
  long heldNs();

  /** How often it went from one thread to another. */
  long handovers();

  /** How many of them were too short to be seen. */
  long shortHandovers();

  /** How many of those lie in [from, to). */
  long shortHandovers(long from, long to);

  /** When one of those was counted last before {@code time}; {@link Long#MIN_VALUE} if never. */
  long shortHandoverBefore(long time);

  /** For how long of [from, to) nobody looked at it while it was in use. */
  long unseenNs(long from, long to);

  /** Index of the last time that nobody looked at it which began by then, -1 if none. */
  int unseenBefore(long time);

  long unseenFrom(int i);

  long unseenTo(int i);

  /** The longest time without pause for which one thread had it. */
  long longestNs();

  /** Nanoseconds of [from, to) for which that lane had it. */
  long nanosHeldBy(int lane, long from, long to);
}
