package interleave.timeline.layout;

/**
 * How much of a long list is shown: some at first, and each time one asks for more, four times
 * that.
 */
public final class Paging {
  public static final int FIRST = 50;

  /** Beyond this one searches. */
  public static final int MOST = 12_800;

  private Paging() {}

  /** How many rows of the list of that name and index are shown. */
  public static int shown(Folds folds, String list, int index) {
    int shown = FIRST;
    for (int page = 0; page < folds.pages(list, index) && shown < MOST; page++) {
      shown *= 4;
    }
    return shown;
  }

  /** The same where rows cost nothing while nobody looks at them, so that one may come to all. */
  public static int shownOfAll(Folds folds, String list, int index) {
    long shown = FIRST;
    for (int page = 0; page < folds.pages(list, index) && shown < Integer.MAX_VALUE; page++) {
      shown *= 4;
    }
    return (int) Math.min(Integer.MAX_VALUE, shown);
  }
}
