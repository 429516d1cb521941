package interleave.timeline.derive.host;

import interleave.timeline.HostTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.column.LongColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The machines that were told of, by their numbers. */
public final class HostBuilders {
  /** Whoever says more was not written by us. */
  private static final int MOST = 10_000;

  private final List<Host> hosts = new ArrayList<>();

  /** Whether there is none but this. */
  public boolean isEmpty() {
    return hosts.isEmpty();
  }

  /** A machine is told of, or its clock's uncertainty from then on. Numbers follow each other. */
  public void told(int number, @Nullable String name, long uncertainty, long time) {
    if (number == hosts.size() && number < MOST) {
      hosts.add(new Host());
    }
    if (number >= 0 && number < hosts.size()) {
      Host host = hosts.get(number);
      host.name = name == null ? host.name : name;
      host.times.add(host.times.size() == 0 ? time : Math.max(time, host.newest));
      host.newest = Math.max(time, host.newest);
      host.uncertainties.add(Math.max(0, uncertainty));
    }
  }

  /** The index of a host by its number; the first for one that nobody told of. */
  public int known(int number) {
    return number > 0 && number < hosts.size() ? number : 0;
  }

  /** By how much at most the times of two hosts may be off against each other. */
  public long between(int one, int other, long time) {
    return one == other ? 0 : uncertainty(one, time) + uncertainty(other, time);
  }

  private long uncertainty(int number, long time) {
    Host host = number <= 0 || number >= hosts.size() ? null : hosts.get(number);
    return host == null
        ? 0
        : new Told(host.times, host.uncertainties, host.times.size()).uncertainty(time);
  }

  /** All, with the processes that are on them. */
  public List<HostTrack> view(List<ProcessTrack> processes) {
    if (hosts.size() < 2) {
      return List.of();
    }
    List<List<Integer>> on = new ArrayList<>();
    hosts.forEach(_ -> on.add(new ArrayList<>()));
    for (ProcessTrack process : processes) {
      if (!process.origin().service()) {
        on.get(process.host()).add(process.index());
      }
    }
    List<HostTrack> tracks = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      Host host = hosts.get(i);
      HostTrack.Clock clock =
          i == 0
              ? HostTrack.Clock.EXACT
              : new Told(host.times, host.uncertainties, host.times.size());
      tracks.add(new HostTrack(i, host.name, List.copyOf(on.get(i)), clock));
    }
    return List.copyOf(tracks);
  }

  private static final class Host {
    String name = "";
    long newest = Long.MIN_VALUE;
    final LongColumn times = new LongColumn();
    final LongColumn uncertainties = new LongColumn();
  }

  /** What was told by then; before the first word what that says. */
  private record Told(LongColumn times, LongColumn uncertainties, int size)
      implements HostTrack.Clock {
    @Override
    public long uncertainty(long time) {
      return uncertainties.get(Math.max(0, times.floor(time, size)));
    }
  }
}
