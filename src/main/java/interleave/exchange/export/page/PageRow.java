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
 * @param things {@code start, length, look, label, site, thread, about}: times as told, looks and
 *     labels by number, places in sources by number, rows by number from 1 on with 0 for none
 */
record PageRow(
    String kind, int name, int process, int hue, int depth, ThingRef ref, PageThings things) {
  /** How many numbers a thing on a row has. */
  static final int WIDTH = 7;

  PageRow(String kind, int name, int process, int hue, int depth, ThingRef ref) {
    this(kind, name, process, hue, depth, ref, new PageThings(WIDTH));
  }
}
