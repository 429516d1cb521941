package interleave.exchange.dump;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Threads that belong together: those of a container that the dump names, or of a pool, where their
 * names tell that, such as {@code pool-1-thread-3}.
 *
 * @param parent the container that it is in, by its name; empty where none is told
 * @param owner the thread that it belongs to, by its name; empty where none is told
 */
record Crew(String name, String parent, String owner, List<SeenThread> members) {
  private static final Pattern NUMBERED = Pattern.compile("(.*\\D|)(\\d+)");

  /**
   * What stands between the name of a pool and the number of a thread. It is looked for once where
   * such signs begin, however many they are: a name may be a long one.
   */
  private static final Pattern BETWEEN =
      Pattern.compile("(?<![-_#. ])[-_#. ]*+(?:thread|worker|exec|Thread|Worker)?+[-_#. ]*+$");

  /** What Java and Python call threads that nobody gave a name: they have nothing in common. */
  private static final Pattern NAMELESS = Pattern.compile("Thread|Dummy|");

  /** A container of a dump: its threads follow each other there. */
  record Container(String name, String parent, String owner, int first, int end) {
    /** {@code java.util.concurrent.ThreadPoolExecutor@1b} without the package. */
    static String brief(String name) {
      int slash = name.indexOf('/');
      String whole = slash > 0 ? name.substring(0, slash) : name;
      int at = whole.indexOf('@');
      return whole.substring(whole.lastIndexOf('.', at < 0 ? 0 : at) + 1);
    }

    /** What holds all others, and threads that are in none of them. */
    boolean isRoot() {
      return parent.isEmpty();
    }
  }

  /** Those of a dump, in the order in which they come there. */
  static List<Crew> of(ThreadDump dump) {
    List<Crew> crews = new ArrayList<>();
    boolean[] taken = new boolean[dump.threads.size()];
    Places places = new Places(dump);
    for (Container each : dump.containers) {
      if (!each.isRoot()) {
        List<SeenThread> members = dump.threads.subList(each.first(), each.end());
        crews.add(new Crew(each.name(), each.parent(), name(dump, places, each.owner()), members));
        for (int i = each.first(); i < each.end(); i++) {
          taken[i] = true;
        }
      }
    }
    Map<String, List<SeenThread>> pools = new LinkedHashMap<>();
    for (int i = 0; i < taken.length; i++) {
      String pool = taken[i] ? "" : pool(dump.threads.get(i));
      if (!pool.isEmpty()) {
        pools.computeIfAbsent(pool, _ -> new ArrayList<>()).add(dump.threads.get(i));
      }
    }
    pools.forEach(
        (pool, members) -> {
          if (members.size() > 1) {
            crews.add(new Crew(pool, "", "", members));
          }
        });
    return crews;
  }

  private static String name(ThreadDump dump, Places places, String id) {
    int place = places.ofKey("#" + id);
    if (place < 0) {
      return id.isEmpty() ? "" : "#" + id;
    }
    SeenThread owner = dump.threads.get(place);
    return owner.name.isEmpty() ? owner.key : owner.name;
  }

  /** The pool that a thread's name tells; empty for none. */
  private static String pool(SeenThread thread) {
    Matcher numbered = NUMBERED.matcher(thread.name);
    if (thread.service || !numbered.matches()) {
      return "";
    }
    String pool = BETWEEN.matcher(numbered.group(1)).replaceFirst("");
    return NAMELESS.matcher(pool).matches() ? "" : pool;
  }

  /** Which place of a dump each thread has where those of a crew stand together, by number. */
  static List<Integer> order(ThreadDump dump) {
    Map<SeenThread, Integer> first = new LinkedHashMap<>();
    Map<SeenThread, Integer> places = new HashMap<>();
    for (SeenThread each : dump.threads) {
      places.putIfAbsent(each, places.size());
    }
    for (Crew crew : of(dump)) {
      int place = crew.members.isEmpty() ? 0 : places.get(crew.members.getFirst());
      crew.members.forEach(each -> first.put(each, place));
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < dump.threads.size(); i++) {
      order.add(i);
    }
    order.sort(
        (one, other) -> {
          SeenThread left = dump.threads.get(one);
          SeenThread right = dump.threads.get(other);
          int at = first.getOrDefault(left, one);
          int than = first.getOrDefault(right, other);
          return at != than || at == one && !first.containsKey(left)
              ? Integer.compare(at, than)
              : Long.compare(number(left), number(right));
        });
    return order;
  }

  /** The number at the end of a name; as large as can be where there is none. */
  private static long number(SeenThread thread) {
    Matcher numbered = NUMBERED.matcher(thread.name);
    String digits = numbered.matches() ? numbered.group(2) : "";
    return digits.isEmpty() || digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
  }
}
