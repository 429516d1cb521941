package interleave.timeline.layout;

import java.util.HashSet;
import java.util.Set;

/**
 * What is folded away and what is opened up.
 *
 * @param collapsed indices of processes of which only the header shows
 * @param services indices of processes whose service threads show
 * @param opened keys of rows that are shown in full height
 */
public record Folds(Set<Integer> collapsed, Set<Integer> services, Set<String> opened) {
  public static final Folds NONE = new Folds(Set.of(), Set.of(), Set.of());

  public Folds {
    collapsed = Set.copyOf(collapsed);
    services = Set.copyOf(services);
    opened = Set.copyOf(opened);
  }

  public Folds toggleProcess(int process) {
    return new Folds(toggled(collapsed, process), services, opened);
  }

  public Folds toggleServices(int process) {
    return new Folds(collapsed, toggled(services, process), opened);
  }

  public Folds toggleOpened(String row) {
    return new Folds(collapsed, services, toggled(opened, row));
  }

  private static <T> Set<T> toggled(Set<T> set, T element) {
    Set<T> copy = new HashSet<>(set);
    if (!copy.remove(element)) {
      copy.add(element);
    }
    return copy;
  }
}
