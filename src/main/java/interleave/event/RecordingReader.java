package interleave.event;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Reads a recording from its beginning and goes on reading while it grows. One thread calls {@link
 * #poll(EventSink)}. Whatever stands in the folder, reading ends, stays within bounds and says what
 * it skipped.
 */
public final class RecordingReader implements Closeable {
  /** A folder with more segments than this was not made by a tracer. */
  private static final int MOST_SEGMENTS = 200_000;

  /** With more segments than that, those that are read at the end are not kept open. */
  private static final int MOST_OPEN = 200;

  private static final int MOST_PROBLEMS = 100;

  private final Path folder;
  private final List<SegmentReader> segments = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private final SlotBlock block = new SlotBlock();

  /** Those of which there is more to read, the one that is furthest behind first. */
  private final PriorityQueue<SegmentReader> behind =
      new PriorityQueue<>(Comparator.comparingLong(SegmentReader::reached));

  RecordingReader(Path folder) {
    this.folder = folder;
  }

  /**
   * Hands everything to {@code sink} that was published since the last call.
   *
   * @return how many events that were
   */
  public int poll(EventSink sink) {
    discover();
    int events = 0;
    for (SegmentReader segment : segments) {
      events += segment.poll(sink, block);
    }
    return events;
  }

  /**
   * As {@link #poll(EventSink)}, but of what there is very much of only about so many events, in
   * about the order of their times: whoever follows a program that writes faster than it is read
   * gets to show something in between. The next call goes on from there.
   */
  public int poll(EventSink sink, int most) {
    discover();
    behind.clear();
    int events = 0;
    for (SegmentReader segment : segments) {
      events += piece(segment, sink);
    }
    while (events < most && !behind.isEmpty()) {
      events += piece(behind.remove(), sink);
    }
    behind.forEach(segment -> segment.losses(sink));
    return events;
  }

  private int piece(SegmentReader segment, EventSink sink) {
    int before = segment.events();
    if (segment.piece(sink, block)) {
      behind.add(segment);
    }
    return segment.events() - before;
  }

  /**
   * Up to when all was handed over that had been published when the last {@link #poll(EventSink,
   * int)} began; {@link Long#MAX_VALUE} where it left nothing.
   */
  public long reached() {
    return behind.isEmpty() ? Long.MAX_VALUE : behind.peek().reached();
  }

  /** How many bytes were handed over so far. */
  public long taken() {
    long sum = 0;
    for (SegmentReader segment : segments) {
      sum += segment.taken();
    }
    return sum;
  }

  /** About how many bytes that poll left. */
  public long waiting() {
    long sum = 0;
    for (SegmentReader segment : behind) {
      sum += segment.waiting();
    }
    return sum;
  }

  /**
   * As {@link #poll(EventSink)}, for the last time: the run has ended, or was saved when it had.
   * Then a slot that a thread was stopped at hides nothing of what others wrote behind it. All
   * segments are handed over together in about the order of their times: always a piece of the one
   * that is furthest behind.
   *
   * @param reached hears after each piece the time up to which all segments were handed over, but
   *     for what they say afterwards
   */
  public void finish(EventSink sink, LongConsumer reached) {
    discover();
    behind.clear();
    boolean spares = segments.size() > MOST_OPEN;
    for (SegmentReader segment : segments) {
      if (segment.begin(sink)) {
        behind.add(segment);
      } else {
        segment.missing();
      }
      segment.rest(spares);
    }
    while (!behind.isEmpty()) {
      SegmentReader segment = behind.remove();
      if (segment.piece(sink, block)) {
        behind.add(segment);
      } else {
        segment.finish(sink, block);
      }
      segment.rest(spares);
      if (!behind.isEmpty()) {
        reached.accept(behind.peek().reached());
      }
    }
    countUntoldHolds(sink);
  }

  /** What a process was summing up when it was killed is lost. */
  private void countUntoldHolds(EventSink sink) {
    Map<Long, Long> untold = new HashMap<>();
    for (SegmentReader segment : segments) {
      untold.merge(segment.pid(), segment.summedHolds() - segment.toldHolds(), Long::sum);
    }
    for (SegmentReader segment : segments) {
      if (segment.summedHolds() > 0) {
        segment.untold(Math.max(0, untold.put(segment.pid(), 0L)), sink);
      }
    }
  }

  /** Events that the tracers had to drop, in all segments together. */
  public long lost() {
    long sum = 0;
    for (SegmentReader segment : segments) {
      sum += segment.lost();
    }
    return sum;
  }

  /**
   * What recording one event took in the traced processes themselves, in ns, from samples: their
   * median, or their mean in a recording whose segments tell only that; NaN before the first.
   */
  public double nanosPerEvent() {
    CostHistogram costs = new CostHistogram();
    long nanos = 0;
    long events = 0;
    for (SegmentReader segment : segments) {
      segment.addCosts(costs);
      nanos += segment.sampledNanos();
      events += segment.sampledEvents();
    }
    double median = costs.median();
    if (!Double.isNaN(median)) {
      return median;
    }
    return events == 0 ? Double.NaN : (double) nanos / events;
  }

  /** Slots that were skipped because they made no sense. */
  public long skipped() {
    long sum = 0;
    for (SegmentReader segment : segments) {
      sum += segment.skipped();
    }
    return sum;
  }

  /** What was found wrong, one sentence each, a hundred at most. */
  public List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    for (SegmentReader segment : segments) {
      if (all.size() >= MOST_PROBLEMS) {
        break;
      }
      all.addAll(segment.problems());
    }
    return List.copyOf(all.subList(0, Math.min(MOST_PROBLEMS, all.size())));
  }

  /** How much was handed over, in bytes. */
  public long position() {
    long sum = 0;
    for (SegmentReader segment : segments) {
      sum += segment.position();
    }
    return sum;
  }

  private void discover() {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SlotFormat.SUFFIX)) {
      for (Path file : files) {
        if (!seen.contains(file)) {
          found.add(file);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return; // deleted meanwhile: what was read stays
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      problem("The folder " + folder + " could not be listed: " + e.getMessage());
    }
    for (Path file : inOrderOfOpening(found)) {
      if (segments.size() >= MOST_SEGMENTS) {
        problem("More than " + MOST_SEGMENTS + " segments: the rest is left out.");
        return;
      }
      seen.add(file);
      segments.add(new SegmentReader(file));
    }
  }

  /** What began first is read first: so processes stand in the order in which they were started. */
  private static List<Path> inOrderOfOpening(List<Path> files) {
    Map<Path, Long> opened = new HashMap<>();
    files.forEach(file -> opened.put(file, SegmentReader.openedAt(file)));
    return files.stream()
        .sorted(
            Comparator.<Path>comparingLong(opened::get).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private void problem(String sentence) {
    if (problems.size() < MOST_PROBLEMS && !problems.contains(sentence)) {
      problems.add(sentence);
    }
  }

  @Override
  public void close() {
    for (SegmentReader segment : segments) {
      segment.close();
    }
  }
}
