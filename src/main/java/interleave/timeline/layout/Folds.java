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
 * @param rows which of those that are left the user wants to see
 */
public record Folds(
    Set<Integer> collapsed, Set<Integer> services, Set<String> opened, RowChoice rows) {
  public static final Folds NONE = new Folds(Set.of(), Set.of(), Set.of(), RowChoice.ALL);

  private static final String NO_ARROWS = "arrowless";
  private static final String ALL_GILS = "gils";
  private static final String NO_LEGEND = "legendless";
  private static final String START = "start";
  private static final String LEADING = "leading ";

  /** What a run is about that is about order: of variables, and of what happens before what. */
  private static final String ORDER = "order";

  private static final String VARIABLE = "variable";

  public Folds {
    collapsed = Set.copyOf(collapsed);
    services = Set.copyOf(services);
    opened = Set.copyOf(opened);
  }

  public Folds with(RowChoice choice) {
    return new Folds(collapsed, services, opened, choice);
  }

  public Folds toggleProcess(int process) {
    return new Folds(toggled(collapsed, process), services, opened, rows);
  }

  public Folds toggleServices(int process) {
    return new Folds(collapsed, toggled(services, process), opened, rows);
  }

  public Folds toggleOpened(String row) {
    return new Folds(collapsed, services, toggled(opened, row), rows);
  }

  /** Whether no arrows are drawn but those of what is selected or pointed at. */
  public boolean hidesArrows() {
    return opened.contains(NO_ARROWS);
  }

  public Folds toggleArrows() {
    return toggleOpened(NO_ARROWS);
  }

  /** The kind of rows that comes first below the threads; empty for the usual order. */
  public String leading() {
    return isAboutOrder() ? VARIABLE : about();
  }

  private String about() {
    return opened.stream()
        .filter(key -> key.startsWith(LEADING))
        .map(key -> key.substring(LEADING.length()))
        .findFirst()
        .orElse("");
  }

  private boolean isAboutOrder() {
    return about().equals(ORDER);
  }

  /**
   * Whether arrows say what happens before what: where that is asked for, or the lesson is of it.
   */
  public boolean showsOrder() {
    return opened.contains(ORDER) != isAboutOrder();
  }

  public Folds toggleOrder() {
    return toggleOpened(ORDER);
  }

  /** The same with rows of that kind first below the threads. */
  public Folds leading(String kind) {
    Set<String> others = new HashSet<>(opened);
    others.removeIf(key -> key.startsWith(LEADING));
    if (isAboutOrder() != kind.equals(ORDER)) {
      others.remove(ORDER); // it was said of another lesson
    }
    if (!kind.isEmpty()) {
      others.add(LEADING + kind);
    }
    return new Folds(collapsed, services, others, rows);
  }

  /** Whether the lock of an interpreter has a row even where nobody waits for it. */
  public boolean showsAllGils() {
    return opened.contains(ALL_GILS);
  }

  public Folds toggleAllGils() {
    return toggleOpened(ALL_GILS);
  }

  /** Whether the start of the interpreter is drawn in full length. */
  public boolean opensStart() {
    return opened.contains(START);
  }

  public Folds toggleStart() {
    return toggleOpened(START);
  }

  /** Whether colours are not explained below the rows. */
  public boolean hidesLegend() {
    return opened.contains(NO_LEGEND);
  }

  public Folds toggleLegend() {
    return toggleOpened(NO_LEGEND);
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
    return new Folds(collapsed, services, fewer, rows);
  }

  private static String page(String kind, int index, int page) {
    return kind + " " + index + " page " + page;
  }

  /** The row of that kind and index shows even where the list that it is in is folded. */
  public Folds pin(String kind, int index) {
    Set<String> more = new HashSet<>(opened);
    more.add("pinned " + kind + " " + index);
    return new Folds(collapsed, services, more, rows);
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
