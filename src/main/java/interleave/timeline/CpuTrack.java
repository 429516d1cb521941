package interleave.timeline;

import interleave.event.EventKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much processor time a process used, as it was told from time to time. Shares are in cores:
 * 1.5 where threads kept one core busy all the time and another half of it.
 *
 * @param samples what was used so far, in ns
 * @param start when nothing was used yet
 */
public record CpuTrack(SampleTrack samples, long start) {
  /** The system counts in ticks; over less time than this a share would mostly tell of those. */
  private static final long SHORTEST_NS = 400_000_000;

  /** Those of all processes of which anything is known. */
  public static List<CpuTrack> all(Timeline timeline) {
    return timeline.samples(EventKind.CPU_SAMPLE).stream()
        .map(samples -> new CpuTrack(samples, timeline.processes().get(samples.process()).start()))
        .toList();
  }

  /** That of a process; null where nothing is known. */
  public static @Nullable CpuTrack of(Timeline timeline, int process) {
    for (CpuTrack each : all(timeline)) {
      if (each.process() == process) {
        return each;
      }
    }
    return null;
  }

  public int process() {
    return samples.process();
  }

  /** Up to when it is known. */
  public long end() {
    return Math.max(start, samples.time(samples.size() - 1));
  }

  /** What was used in all. */
  public long usedNs() {
    return samples.value(samples.size() - 1);
  }

  /** What was used by then, as if it had been used evenly between two samples. */
  public double usedNs(long time) {
    int i = samples.at(time);
    if (i >= samples.size() - 1) {
      return usedNs();
    }
    long from = i < 0 ? start : samples.time(i);
    long before = i < 0 ? 0 : samples.value(i);
    long to = samples.time(i + 1);
    double part = to <= from ? 1 : Math.clamp((double) (time - from) / (to - from), 0, 1);
    return before + part * (samples.value(i + 1) - before);
  }

  /** The share of [from, to). */
  public double share(long from, long to) {
    return to <= from ? 0 : Math.max(0, usedNs(to) - usedNs(from)) / (to - from);
  }

  /** The share of all the time that is known. */
  public double share() {
    return share(start, end());
  }

  /** The share around that time. */
  public double shareAt(long time) {
    long from = Math.clamp(time - SHORTEST_NS / 2, start, Math.max(start, end() - SHORTEST_NS));
    return share(from, Math.min(end(), from + SHORTEST_NS));
  }

  /** The largest share that there was for a while. */
  public double most() {
    double most = share();
    for (int i = 0; i < samples.size(); i++) {
      long end = samples.time(i);
      most = end - start < SHORTEST_NS ? most : Math.max(most, share(end - SHORTEST_NS, end));
    }
    return most;
  }
}
