package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.LongList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a file, and what several of them showed at one moment: by that a time of one clock
 * is told as one of another. All of it is known before the first time is asked for.
 */
final class Clocks {
  static final int REALTIME = 1;
  static final int MONOTONIC = 3;
  static final int BOOTTIME = 6;

  /** The clocks of one sequence have these numbers. */
  static final int OWN_FROM = 64;

  static final int OWN_TO = 128;

  private static final long OF_MACHINES = 1L << 62;

  /** So many moments are kept, a tool tells one every few seconds, and so much of all of them. */
  private static final int MOST_MOMENTS = 1 << 14;

  private static final int MOST_READINGS = 1 << 20;

  private final Map<Long, Map<Long, ClockPair>> pairs = new HashMap<>();
  private final Map<Long, List<ClockPair>> ways = new HashMap<>();
  private final Set<Long> asked = new HashSet<>();

  /** The clock that was asked for last, which mostly is the next one, too. */
  private long used = -1;

  private long lastKey = -1;
  private List<ClockPair> lastWay = List.of();
  private int moments;
  private int readings;
  private int primary;

  /** The number of a clock that tells it from those of all other sequences and machines. */
  static long key(int clock, int sequence, int machine) {
    if (clock >= OWN_FROM && clock < OWN_TO) {
      return (long) sequence << 32 | clock;
    }
    return machine == 0 ? clock : OF_MACHINES ^ (long) machine << 32 ^ clock;
  }

  /** The clock that the file's times are told in. */
  void primary(int clock) {
    if (primary == 0) {
      primary = clock;
    }
  }

  /** What clocks showed at one moment, in ns. */
  void moment(LongList keys, LongList times) {
    readings += keys.size() * keys.size();
    if (++moments > MOST_MOMENTS || readings > MOST_READINGS) {
      return;
    }
    for (int i = 0; i < keys.size(); i++) {
      for (int j = 0; j < keys.size(); j++) {
        if (keys.get(i) != keys.get(j)) {
          pairs
              .computeIfAbsent(keys.get(i), _ -> new HashMap<>())
              .computeIfAbsent(keys.get(j), _ -> new ClockPair())
              .add(times.get(i), times.get(j));
        }
      }
    }
  }

  /** A packet has a time of that clock. */
  void uses(long key) {
    if (key != used) {
      used = key;
      asked.add(key);
    }
  }

  /** What the clock of the file showed when another showed that; null where nothing tells. */
  @Nullable Long time(long key, long ns) {
    if (key != lastKey) {
      lastKey = key;
      lastWay = ways.computeIfAbsent(key, each -> way(each, main()));
    }
    List<ClockPair> way = lastWay;
    if (way.isEmpty() && key != main() && !isAlone(key)) {
      return null;
    }
    long time = ns;
    for (int i = 0; i < way.size(); i++) { // no iterator: this is asked for each event
      time = way.get(i).other(time);
    }
    return time;
  }

  /** How much later the clock on the wall is than the file's; null where nothing tells. */
  @Nullable Long wallOffset(long time) {
    List<ClockPair> way = way(main(), REALTIME);
    long wall = time;
    for (ClockPair pair : way) {
      wall = pair.other(wall);
    }
    return way.isEmpty() ? null : wall - time;
  }

  private long main() {
    return primary == 0 ? BOOTTIME : primary;
  }

  /** Where there is only one clock, its times are what they are. */
  private boolean isAlone(long key) {
    return asked.size() == 1 && asked.contains(key);
  }

  /** The shortest way over moments at which two clocks were seen; empty where there is none. */
  private List<ClockPair> way(long from, long to) {
    Map<Long, Long> cameFrom = new HashMap<>();
    ArrayDeque<Long> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty() && !cameFrom.containsKey(to)) {
      long here = next.remove();
      for (long there : pairs.getOrDefault(here, Map.of()).keySet()) {
        if (there != from && cameFrom.putIfAbsent(there, here) == null) {
          next.add(there);
        }
      }
    }
    List<ClockPair> way = new ArrayList<>();
    long at = to;
    while (at != from) {
      Long before = cameFrom.get(at);
      if (before == null) {
        return List.of();
      }
      way.addFirst(Objects.requireNonNull(pairs.getOrDefault(before, Map.of()).get(at)));
      at = before;
    }
    return way;
  }
}
