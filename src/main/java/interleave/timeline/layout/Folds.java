package interleave.timeline.layout;

import java.util.HashSet;
import java.util.List;
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

  private static final String NO_ARROWS = "no arrows";

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

  /** Whether no arrows are drawn but those of what is selected or pointed at. */
  public boolean hidesArrows() {
    return opened.contains(NO_ARROWS);
  }

  public Folds toggleArrows() {
    return toggleOpened(NO_ARROWS);
  }

  /** Whether the row of that kind and index is opened. */
  public boolean isOpened(String kind, int index) {
    return opened.contains(kind + " " + index);
  }

  public Folds toggleOpened(String kind, int index) {
    return toggleOpened(kind + " " + index);
  }

  /** How often more was asked for of the list of that kind and index. */
  public int pages(String kind, int index) {
    int pages = 0;
    while (opened.contains(page(kind, index, pages + 1))) {
      pages++;
    }
    return pages;
  }

  public Folds morePages(String kind, int index) {
    return toggleOpened(page(kind, index, pages(kind, index) + 1));
  }

  /** Only the first page of the list of that kind and index. */
  public Folds firstPage(String kind, int index) {
    Set<String> fewer = new HashSet<>(opened);
    fewer.removeIf(key -> key.startsWith(kind + " " + index + " page "));
    return new Folds(collapsed, services, fewer);
  }

  private static String page(String kind, int index, int page) {
    return kind + " " + index + " page " + page;
  }

  /** The row of that kind and index shows even where the list that it is in is folded. */
  public Folds pin(String kind, int index) {
    Set<String> more = new HashSet<>(opened);
    more.add("pinned " + kind + " " + index);
    return new Folds(collapsed, services, more);
  }

  /** The indices of the rows of that kind that show in any case, in order. */
  public List<Integer> pinned(String kind) {
    String prefix = "pinned " + kind + " ";
    return opened.stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> Integer.valueOf(key.substring(prefix.length())))
        .sorted()
        .toList();
  }

  private static <T> Set<T> toggled(Set<T> set, T element) {
    Set<T> copy = new HashSet<>(set);
    if (!copy.remove(element)) {
      copy.add(element);
    }
    return copy;
  }
}
