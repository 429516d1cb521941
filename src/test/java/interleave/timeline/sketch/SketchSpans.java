package interleave.timeline.sketch;

import interleave.timeline.Spans;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Spans in a list, every question answered the long way. */
public final class SketchSpans implements Spans {
  public record Span(
      long start, long end, ThreadState state, About about, int object, String label) {}

  final List<Span> spans = new ArrayList<>();

  public SketchSpans add(Span span) {
    spans.add(span);
    return this;
  }

  @Override
  public int size() {
    return spans.size();
  }

  @Override
  public long start(int i) {
    return spans.get(i).start();
  }

  @Override
  public long end(int i) {
    return spans.get(i).end();
  }

  @Override
  public ThreadState state(int i) {
    return spans.get(i).state();
  }

  @Override
  public int object(int i) {
    return spans.get(i).object();
  }

  @Override
  public About about(int i) {
    return spans.get(i).about();
  }

  @Override
  public int site(int i) {
    return 0;
  }

  /** Sketches write the label only, and in English. */
  @Override
  public Verb verb(int i) {
    String label = label(i);
    return switch (about(i)) {
      case LOCK -> label.startsWith("wait(") ? Verb.AWAIT : Verb.PLAIN;
      case QUEUE -> label.endsWith("put") ? Verb.PUT : Verb.GET;
      case FUNCTION -> label.startsWith("task ") ? Verb.TASK : Verb.PLAIN;
      default -> Verb.PLAIN;
    };
  }

  @Override
  public String label(int i) {
    return spans.get(i).label();
  }

  @Override
  public int at(long time) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start(middle) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  @Override
  public long nanosIn(ThreadState state, long from, long to) {
    long sum = 0;
    for (int i = Math.max(0, at(from)); i < spans.size() && start(i) < to; i++) {
      long end = end(i) == Timeline.OPEN ? to : end(i);
      if (state(i) == state) {
        sum += Math.max(0, Math.min(end, to) - Math.max(start(i), from));
      }
    }
    return sum;
  }
}
