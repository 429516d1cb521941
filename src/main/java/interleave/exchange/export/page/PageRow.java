package interleave.exchange.export.page;

import interleave.timeline.ThingRef;

/**
 * One row of the page.
 *
 * @param kind what it is a row of; the page has a word for each
 * @param name what it is called, by its number among the texts
 * @param process the index of the process it stands below, -1 for none
 * @param hue which of the colours of threads it has, -1 for none
 * @param depth how deep its slices lie within others
 * @param folder the number of the row that it is folded away with, from 1 on; 0 for none
 * @param folded whether those that fold with this one are not shown at first
 * @param things {@code start, length, look, label, site, thread, about}: times as told, looks and
 *     labels by number, places in sources by number, rows by number from 1 on with 0 for none
 */
record PageRow(
    String kind,
    int name,
    int process,
    int hue,
    int depth,
    int folder,
    boolean folded,
    ThingRef ref,
    PageThings things) {
  /** How many numbers a thing on a row has. */
  static final int WIDTH = 7;

  PageRow(String kind, int name, int process, int folder, ThingRef ref) {
    this(kind, name, process, -1, 0, folder, false, ref, new PageThings(WIDTH));
  }

  /** The same in the colour of a thread. */
  PageRow coloured(int other) {
    return new PageRow(kind, name, process, other, depth, folder, folded, ref, things);
  }

  /** The same for slices that lie so deep in others. */
  PageRow deep(int other) {
    return new PageRow(kind, name, process, hue, other, folder, folded, ref, things);
  }

  /** The same with others folded away in it. */
  PageRow folding() {
    return new PageRow(kind, name, process, hue, depth, folder, true, ref, things);
  }

  /** The same with its things in the order of time. */
  PageRow sorted() {
    return new PageRow(kind, name, process, hue, depth, folder, folded, ref, things.sorted());
  }
}
