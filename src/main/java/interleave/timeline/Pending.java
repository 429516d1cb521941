package interleave.timeline;

import interleave.event.EventKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events that concern more than their own thread and wait for their turn in time.
 *
 * <p>They arrive as one sorted run per segment and poll. Merging these runs is what a natural merge
 * sort does best: it finds them and merges neighbours, in n log(runs) steps, and equal times keep
 * the order in which they arrived.
 */
final class Pending {
  private static final EventKind[] KINDS = EventKind.values();

  private long[] times = new long[1024];
  private long[] values = new long[1024];
  private int[] kindsAndFlags = new int[1024];
  private int[] lanes = new int[1024];
  private int[] processes = new int[1024];
  private int[] things = new int[1024];
  private int[] sites = new int[1024];
  private @Nullable String[] texts = new @Nullable String[1024];
  private int size;

  interface Visitor {
    void visit(
        EventKind kind,
        int flags,
        int process,
        int lane,
        int thing,
        int site,
        long value,
        long time,
        @Nullable String text);
  }

  void add(
      EventKind kind,
      int flags,
      int process,
      int lane,
      int thing,
      int site,
      long value,
      long time,
      @Nullable String text) {
    if (size == times.length) {
      grow();
    }
    times[size] = time;
    values[size] = value;
    kindsAndFlags[size] = kind.ordinal() << 16 | flags;
    processes[size] = process;
    lanes[size] = lane;
    things[size] = thing;
    sites[size] = site;
    texts[size] = text;
    size++;
  }

  private void grow() {
    int to = size * 2;
    times = java.util.Arrays.copyOf(times, to);
    values = java.util.Arrays.copyOf(values, to);
    kindsAndFlags = java.util.Arrays.copyOf(kindsAndFlags, to);
    processes = java.util.Arrays.copyOf(processes, to);
    lanes = java.util.Arrays.copyOf(lanes, to);
    things = java.util.Arrays.copyOf(things, to);
    sites = java.util.Arrays.copyOf(sites, to);
    texts = java.util.Arrays.copyOf(texts, to);
  }

  /** Visits all events up to {@code watermark} in the order of their times, and keeps the rest. */
  void drain(long watermark, Visitor visitor) {
    if (size == 0) {
      return;
    }
    int[] order = sorted();
    int visited = 0;
    while (visited < size && times[order[visited]] <= watermark) {
      int at = order[visited++];
      visitor.visit(
          KINDS[kindsAndFlags[at] >>> 16],
          kindsAndFlags[at] & 0xFFFF,
          processes[at],
          lanes[at],
          things[at],
          sites[at],
          values[at],
          times[at],
          texts[at]);
    }
    keep(order, visited);
  }

  private void keep(int[] order, int from) {
    Pending rest = new Pending();
    for (int i = from; i < size; i++) {
      int at = order[i];
      rest.add(
          KINDS[kindsAndFlags[at] >>> 16],
          kindsAndFlags[at] & 0xFFFF,
          processes[at],
          lanes[at],
          things[at],
          sites[at],
          values[at],
          times[at],
          texts[at]);
    }
    times = rest.times;
    values = rest.values;
    kindsAndFlags = rest.kindsAndFlags;
    processes = rest.processes;
    lanes = rest.lanes;
    things = rest.things;
    sites = rest.sites;
    texts = rest.texts;
    size = rest.size;
  }

  private int[] sorted() {
    int[] order = new int[size];
    List<Integer> runs = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      order[i] = i;
      if (i == 0 || times[i] < times[i - 1]) {
        runs.add(i);
      }
    }
    runs.add(size);
    int[] spare = new int[size];
    while (runs.size() > 2) {
      runs = mergeNeighbours(runs, order, spare);
      int[] swap = order;
      order = spare;
      spare = swap;
    }
    return order;
  }

  private List<Integer> mergeNeighbours(List<Integer> runs, int[] from, int[] to) {
    List<Integer> merged = new ArrayList<>();
    int last = runs.size() - 1;
    for (int i = 0; i < last; i += 2) {
      int begin = runs.get(i);
      int middle = runs.get(i + 1);
      int end = i + 2 <= last ? runs.get(i + 2) : middle;
      merge(from, begin, middle, end, to);
      merged.add(begin);
    }
    merged.add(runs.get(last));
    return merged;
  }

  private void merge(int[] from, int begin, int middle, int end, int[] to) {
    int left = begin;
    int right = middle;
    for (int at = begin; at < end; at++) {
      boolean takeLeft = right >= end || (left < middle && times[from[left]] <= times[from[right]]);
      to[at] = takeLeft ? from[left++] : from[right++];
    }
  }
}
