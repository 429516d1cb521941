package interleave.exchange.dump;

import interleave.event.SeenState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * In which order the threads of a dump are told: of very many only the first stand for themselves,
 * and these are to be those that one looks for.
 */
record Foremost(ThreadDump dump) {
  /** Those that wait for what others have, and these; then the rest, each as the dump has them. */
  List<Integer> order() {
    Set<String> wanted = new HashSet<>();
    for (SeenThread thread : dump.threads) {
      if (isStuck(thread) && thread.waitsFor != null) {
        wanted.add(thread.waitsFor.key());
      }
    }
    return IntStream.range(0, dump.threads.size())
        .boxed()
        .sorted(java.util.Comparator.comparingInt(i -> rank(dump.threads.get(i), wanted)))
        .toList();
  }

  private static boolean isStuck(SeenThread thread) {
    return thread.state == SeenState.BLOCKED || thread.state == SeenState.PARKED;
  }

  private static int rank(SeenThread thread, Set<String> wanted) {
    boolean has = thread.held.stream().anyMatch(held -> wanted.contains(held.lock().key()));
    boolean main = thread.name.equals("main") || thread.name.equals("MainThread");
    return main ? 0 : thread.state == SeenState.BLOCKED || has ? 1 : thread.service ? 3 : 2;
  }
}
