package interleave.exchange.strace;

import interleave.exchange.intake.Intake;
import interleave.exchange.intake.Lines;
import interleave.file.Content;
import interleave.file.ContentInput;
import interleave.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one file as they come, or of several in the order of their times: those that {@code
 * -ff} writes, with the thread's number as the ending of each file's name.
 */
final class MergedLines implements AutoCloseable {
  /** So many files are open at once. */
  private static final int MOST = 2_000;

  private static final String ATTACHED = "strace: Process ";
  private static final Words WORDS = Words.of("exchange/strace");

  private final Intake intake;
  private final List<Part> parts = new ArrayList<>();

  /** Of which the line that came last is. */
  private @Nullable Part last;

  private final PriorityQueue<Part> next =
      new PriorityQueue<>(
          Comparator.comparingLong((Part part) -> part.time).thenComparingInt(part -> part.order));

  /** One file. */
  private static final class Part {
    final int order;
    final String name;
    final int tid;
    final ContentInput in;
    final Lines lines;
    @Nullable StraceLine line;

    /** The line behind this one that is read already. */
    private @Nullable StraceLine told;

    long time = Long.MIN_VALUE;

    Part(int order, String name, int tid, ContentInput in, Lines lines) {
      this.order = order;
      this.name = name;
      this.tid = tid;
      this.in = in;
      this.lines = lines;
    }

    /**
     * A line, in the middle of which strace may say that it has got hold of a child: then the rest
     * stands in the next one.
     */
    private StraceLine whole(String text) throws IOException {
      int told = text.indexOf(ATTACHED);
      String rest = told > 0 && text.endsWith(" attached") ? lines.next() : null;
      if (rest == null) {
        return StraceLine.of(text);
      }
      this.told = StraceLine.of(text.substring(0, told) + rest);
      return StraceLine.of(text.substring(told));
    }

    /** Whether there is a further line. */
    boolean read() throws IOException {
      StraceLine first = told;
      told = null;
      String text = first == null ? lines.next() : "";
      if (text == null) {
        line = null;
        return false;
      }
      StraceLine read = first == null ? whole(text) : first;
      line = read.tid() == 0 && tid != 0 ? read.of(tid) : read;
      time = read.stamp() == StraceLine.Stamp.NONE ? time : read.time();
      return true;
    }
  }

  MergedLines(List<Content> contents, Intake intake) throws IOException {
    this.intake = intake;
    if (contents.size() > MOST) {
      throw new IOException(WORDS.get("many-files", contents.size(), MOST));
    }
    try {
      for (Content content : contents) {
        ContentInput in = content.open();
        int dot = content.name().lastIndexOf('.');
        int tid = dot < 0 ? 0 : Math.max(0, Numbers.whole(content.name().substring(dot + 1)));
        Part part = new Part(parts.size(), content.name(), tid, in, new Lines(in, intake));
        parts.add(part);
        if (part.read()) {
          next.add(part);
        }
      }
      intake.together(parts.stream().map(part -> part.in).toList());
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  @Nullable StraceLine next() throws IOException {
    Part first = next.poll();
    if (first == null) {
      return null;
    }
    last = first;
    StraceLine line = first.line;
    if (first.read()) {
      next.add(first);
    }
    return line;
  }

  /** Whether the line that came last is the last of its file and has no end. */
  boolean isUnended() {
    Part part = last;
    return part != null && part.line == null && part.lines.isUnended();
  }

  /** The line that came last is cut off: that is told, unless its file is packed and says so. */
  void cut() {
    Part part = last;
    if (part != null && part.in.damage() == null) {
      intake.missing(WORDS.get("cut-line", part.name, part.lines.number()));
    }
  }

  /** What is wrong with the way the files are packed. */
  List<String> damage() {
    List<String> all = new ArrayList<>();
    for (Part part : parts) {
      if (part.in.damage() != null) {
        all.add(part.in.damage());
      }
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    intake.together(List.of());
    for (Part part : parts) {
      part.in.close();
    }
  }
}
