package interleave.scenario;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A variable whose reads and writes are recorded in each run of a lesson, or in those for which it
 * is there.
 *
 * @param name {@code Class.field} in Java, a global variable's name in Python
 * @param where values of parameters that a run must have; empty for every run
 */
public record Watched(String name, Map<String, String> where) {
  public Watched {
    where = Map.copyOf(where);
  }

  /** The names of those that a run with such values is about. */
  public static List<String> in(List<Watched> all, UnaryOperator<String> value) {
    return all.stream().filter(each -> each.isIn(value)).map(Watched::name).toList();
  }

  private boolean isIn(UnaryOperator<String> value) {
    return where.entrySet().stream()
        .allMatch(each -> each.getValue().equals(value.apply(each.getKey())));
  }
}
