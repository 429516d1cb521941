package interleave.timeline.layout;

import interleave.timeline.HostTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;

/** What is said of a machine beside its row and beside the processes on it. */
public final class HostText {
  private static final Words WORDS = Words.of("timeline/hosts");

  private HostText() {}

  /** By how much its times may be off as far as is known last. */
  public static long uncertainty(Timeline timeline, HostTrack host) {
    return host.uncertainty(timeline.now());
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

  /** {@code ± 0.4 ms} for what is on another machine; else empty. */
  public static String off(Timeline timeline, int host) {
    return host == 0 || timeline.hosts().isEmpty()
        ? ""
        : WORDS.get("off", TimeText.duration(uncertainty(timeline, timeline.hosts().get(host))));
  }

  /** {@code and 12 more processes}, {@code and 12 more machines}. */
  public static String more(boolean hosts, int count) {
    return WORDS.get(hosts ? "more.hosts" : "more.processes", Durations.count(count));
  }
}
