package interleave.timeline;

import java.util.List;

/**
 * A machine that processes of the run are on.
 *
 * @param processes indices, without those that serve a library only
 * @param clock how far off its times may be; of the one that has the recording they never are
 */
public record HostTrack(int index, String name, List<Integer> processes, Clock clock) {

  /** What is known of a machine's clock. */
  public interface Clock {
    /** That of the machine that has the recording. */
    Clock EXACT = _ -> 0;

    /**
     * By how many ns at most what happened there at that time may have happened before or after.
     */
    long uncertainty(long time);
  }

  /** By how much at most its times may be off at that moment, in ns. */
  public long uncertainty(long time) {
    return clock.uncertainty(time);
  }

  /**
   * By how much times of two processes may be off against each other at that moment, in ns: 0 where
   * they are on one machine.
   */
  public static long between(Timeline timeline, int one, int other, long time) {
    List<HostTrack> hosts = timeline.hosts();
    if (hosts.isEmpty() || one < 0 || other < 0) {
      return 0;
    }
    int first = timeline.processes().get(one).host();
    int second = timeline.processes().get(other).host();
    return first == second
        ? 0
        : hosts.get(first).uncertainty(time) + hosts.get(second).uncertainty(time);
  }
}
