package interleave.timeline.layout;

import interleave.timeline.HostTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.List;

/** What is said of a machine beside its row and beside the processes on it. */
public final class HostText {
  private static final Words WORDS = Words.of("timeline/hosts");

  private HostText() {}

  /** Its name; where several have one, which of them it is. */
  public static String name(Timeline timeline, HostTrack host) {
    List<HostTrack> alike =
        timeline.hosts().stream().filter(each -> each.name().equals(host.name())).toList();
    if (alike.size() < 2) {
      return host.name();
    }
    return host.index() == 0
        ? WORDS.get("name.here", host.name())
        : WORDS.get("name.one-of-several", host.name(), alike.indexOf(host) + 1);
  }

  /** By how much its times may be off as far as is known last. */
  public static long uncertainty(Timeline timeline, HostTrack host) {
    return host.uncertainty(timeline.now());
  }

  /** Whether no time is off against another, as of recordings that were merged. */
  public static boolean isOneAxis(Timeline timeline) {
    return timeline.hosts().stream().allMatch(each -> uncertainty(timeline, each) == 0);
  }

  /** {@code 3 processes}. */
  public static String processes(HostTrack host) {
    int processes = host.processes().size();
    return WORDS.count("processes", processes, Durations.count(processes));
  }

  /** {@code ± 400 µs · 3 processes}. */
  public static String facts(Timeline timeline, HostTrack host) {
    String off = off(timeline, host.index());
    return off.isEmpty() ? processes(host) : off + " · " + processes(host);
  }

  /** {@code ± 0.4 ms} for what is on another machine; empty where it is of the same clock. */
  public static String off(Timeline timeline, int host) {
    long off =
        host == 0 || timeline.hosts().isEmpty()
            ? 0
            : uncertainty(timeline, timeline.hosts().get(host));
    return off == 0 ? "" : WORDS.get("off", TimeText.duration(off));
  }

  /** {@code and 12 more processes}, {@code and 12 more machines}. */
  public static String more(boolean hosts, int count) {
    return WORDS.get(hosts ? "more.hosts" : "more.processes", Durations.count(count));
  }
}
