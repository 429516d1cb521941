package interleave.timeline.track;

import interleave.timeline.CpuTrack;
import interleave.timeline.lod.Bins;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps in which the share of a processor is drawn: from sample to sample, or of more samples
 * than can be told apart in slices of time that stay the same while one pans.
 */
final class CpuSteps {
  private final CpuTrack cpu;
  private final List<Long> times = new ArrayList<>();

  private CpuSteps(CpuTrack cpu) {
    this.cpu = cpu;
  }

  static CpuSteps of(Space space, CpuTrack cpu) {
    CpuSteps steps = new CpuSteps(cpu);
    long from = Math.max(space.from(), cpu.start());
    long to = Math.min(space.to(), cpu.end());
    if (from < to) {
      int first = cpu.samples().at(from);
      int last = Math.min(cpu.samples().size() - 1, cpu.samples().at(to - 1) + 1);
      if (last - first > (space.right() - space.left()) / 2) {
        steps.sliced(Bins.of(2 * space.scale().nsPerPixel()), from, to);
      } else {
        steps.sampled(first, last);
      }
    }
    return steps;
  }

  private void sampled(int first, int last) {
    times.add(first < 0 ? cpu.start() : cpu.samples().time(first));
    for (int i = Math.max(0, first + 1); i <= last; i++) {
      times.add(cpu.samples().time(i));
    }
  }

  private void sliced(Bins bins, long from, long to) {
    long time = bins.floor(from);
    times.add(time);
    while (time < to) {
      time = bins.next(time);
      times.add(time);
    }
  }

  int size() {
    return Math.max(0, times.size() - 1);
  }

  /** When step {@code i} begins, which is the end of the one before. */
  long from(int i) {
    return times.get(i);
  }

  double share(int i) {
    return cpu.share(from(i), from(i + 1));
  }

  double most() {
    double most = 0;
    for (int i = 0; i < size(); i++) {
      most = Math.max(most, share(i));
    }
    return most;
  }
}
