package interleave.timeline.find;

import interleave.timeline.LockTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.find.Found.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Processes, threads, locks, queues, variables and pools whose name contains what was typed, in any
 * case, or whose id is the number that was typed. Every name is looked at once and none is copied,
 * so that a hundred thousand threads take some milliseconds.
 *
 * <p>Names that are the very text come first, then those that begin with it, then those in which a
 * word does, then the rest; among these, kind by kind in the order of appearance.
 */
public final class Search {
  /** How well a name matches, best first; the last is not at all. */
  private static final int RANKS = 4;

  private final String text;
  private final int most;
  private final List<List<Found>> found = new ArrayList<>();
  private long id = -1;
  private long all;

  private Search(String text, int most) {
    this.text = text;
    this.most = most;
    for (int i = 0; i < RANKS; i++) {
      found.add(new ArrayList<>());
    }
    if (text.matches("\\d{1,18}")) {
      id = Long.parseLong(text);
    }
  }

  /**
   * What was found.
   *
   * @param things the best, as many as were asked for at most
   * @param all how many there are
   */
  public record Result(List<Found> things, long all) {}

  /** Looks for {@code typed}; for nothing nothing is found. */
  public static Result in(Timeline timeline, String typed, int most) {
    Search search = new Search(typed.strip(), most);
    if (!search.text.isEmpty()) {
      search.run(timeline);
    }
    List<Found> best = new ArrayList<>();
    for (List<Found> rank : search.found) {
      best.addAll(rank.subList(0, Math.min(rank.size(), most - best.size())));
    }
    return new Result(List.copyOf(best), search.all);
  }

  private void run(Timeline timeline) {
    for (ProcessTrack each : timeline.processes()) {
      ThingRef thing = new ThingRef.Process(each.index());
      look(each.name(), each.pid(), thing, Kind.PROCESS, each.index());
    }
    for (ThreadLane each : timeline.lanes()) {
      int rank = each.start() == Timeline.OPEN ? RANKS : rank(each.name(), each.id());
      if (rank < RANKS) {
        ThingRef thing = new ThingRef.Lane(each.index());
        add(rank, thing, Kind.THREAD, each.name(), each.process());
      }
    }
    for (LockTrack each : timeline.locks()) {
      look(each.name(), -2, new ThingRef.Lock(each.index()), Kind.LOCK, each.process());
    }
    for (QueueTrack each : timeline.queues()) {
      look(each.name(), -2, new ThingRef.Queue(each.index()), Kind.QUEUE, -1);
    }
    for (VariableTrack each : timeline.variables()) {
      look(each.name(), -2, new ThingRef.Variable(each.index()), Kind.VARIABLE, each.process());
    }
    for (PoolTrack each : timeline.pools()) {
      look(each.name(), -2, new ThingRef.Pool(each.index()), Kind.POOL, -1);
    }
  }

  private void look(String name, long number, ThingRef thing, Kind kind, int process) {
    int rank = rank(name, number);
    if (rank < RANKS) {
      add(rank, thing, kind, name, process);
    }
  }

  private void add(int rank, ThingRef thing, Kind kind, String name, int process) {
    all++;
    if (found.get(rank).size() < most) {
      found.get(rank).add(new Found(thing, kind, name, process));
    }
  }

  private int rank(String name, long number) {
    if (number == id) {
      return 0;
    }
    int best = RANKS;
    int last = name.length() - text.length();
    for (int at = 0; at <= last && best > 0; at++) {
      if (name.regionMatches(true, at, text, 0, text.length())) {
        int rank = at == 0 ? (last == 0 ? 0 : 1) : isWord(name, at) ? 2 : 3;
        best = Math.min(best, rank);
      }
    }
    return best;
  }

  /** Whether a word begins there: after something else than letters, or by a capital. */
  private static boolean isWord(String name, int at) {
    char before = name.charAt(at - 1);
    char first = name.charAt(at);
    return !Character.isLetterOrDigit(before)
        || Character.isUpperCase(first) && Character.isLowerCase(before)
        || Character.isDigit(first) && !Character.isDigit(before);
  }
}
