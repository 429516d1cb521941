package interleave.timeline.derive.column;

import interleave.timeline.BinKeys;
import interleave.timeline.SpanWalk;
import interleave.timeline.Spans;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one lane: a small array while they are few, columns from then on.
 *
 * <p>How long a lane was in a state between two moments has to cost the same for ten spans and for
 * ten million, because every pixel column of every frame asks it. So after each block of 32 spans
 * the nanoseconds spent so far are written down per state. The time in a state up to a moment is
 * then the sum before its block, plus at most 32 spans to look at; between two moments it is the
 * difference. This is exact at every zoom, has no levels to choose between, and is only ever
 * extended at its end. It costs 2 bytes a span.
 */
public final class SpanColumns {
  static final int STATE_BITS = 6;
  private static final int ABOUT_BITS = 6;
  private static final int VARIANTS = 3;
  private static final ThreadState[] STATE = ThreadState.values();
  private static final Spans.About[] ABOUT = Spans.About.values();

  private final FewSpans few = new FewSpans();

  /** All of them, once they are more than a few. */
  private @Nullable ManySpans many;

  /** The few that end by themselves. */
  private @Nullable SpanLimits limits;

  public int size() {
    ManySpans columns = many;
    return columns == null ? few.size() : columns.starts.size();
  }

  /** Opens a span; the one before it must be closed. */
  public void open(
      long start, ThreadState state, Spans.About about, int variant, int object, int site) {
    int what = what(state, about, variant);
    ManySpans columns = many;
    if (columns != null) {
      columns.add(start, Timeline.OPEN, what, object, site);
    } else if (!few.isFull()) {
      few.add(start, Timeline.OPEN, what, object, site);
    } else {
      columns = new ManySpans(few);
      columns.add(start, Timeline.OPEN, what, object, site);
      VarHandle.releaseFence(); // a reader that finds them finds them complete
      many = columns;
    }
  }

  private static int what(ThreadState state, Spans.About about, int variant) {
    return state.ordinal() | (about.ordinal() | variant << ABOUT_BITS) << STATE_BITS;
  }

  /** Closes the last span. */
  public void close(long end) {
    int last = size() - 1;
    long at = Math.max(end, start(last));
    ManySpans columns = many;
    if (columns != null) {
      columns.ends.set(last, at);
    } else {
      few.end(last, at);
    }
  }

  /** Whether the last span goes on; there may be gaps between spans. */
  public boolean isOpen() {
    int last = size() - 1;
    return last >= 0 && end(last) == Timeline.OPEN;
  }

  /** Nanoseconds in {@code state} so far. */
  public long spent(ThreadState state, long now) {
    int last = size() - 1;
    return last < 0 ? 0 : nanosBefore(state, Math.max(now, start(last)), size());
  }

  /** Whether the last span has begun at {@code time}, so that it has no length yet. */
  public boolean isEmptyAt(long time) {
    int last = size() - 1;
    return last >= 0 && start(last) == time && end(last) == Timeline.OPEN;
  }

  /** Makes something else of the last span, which has no length yet. */
  public void turn(ThreadState state, Spans.About about, int variant, int object, int site) {
    int last = size() - 1;
    int what = what(state, about, variant);
    ManySpans columns = many;
    if (columns != null) {
      columns.turn(last, what, object, site);
    } else {
      few.turn(last, what, object, site);
    }
  }

  /** The last span is at that site. */
  public void place(int site) {
    int last = size() - 1;
    ManySpans columns = many;
    if (columns != null) {
      columns.sites.set(last, site);
    } else {
      few.turn(last, few.what(last), few.object(last), site);
    }
  }

  /** The last span ends by itself after so many ns; {@link Timeline#OPEN} for never. */
  public void limit(long ns) {
    if (limits == null && ns != Timeline.OPEN) {
      limits = new SpanLimits();
    }
    if (limits != null) {
      limits.set(size() - 1, ns);
    }
  }

  /** How many limits have been set; for {@link #limit(int, int)}. */
  public int limited() {
    return limits == null ? 0 : limits.size();
  }

  /** After how many ns the span ends by itself, by the first {@code known} limits. */
  public long limit(int i, int known) {
    return limits == null ? Timeline.OPEN : limits.of(i, known);
  }

  public long start(int i) {
    ManySpans columns = many;
    return columns == null ? few.start(i) : columns.starts.get(i);
  }

  /** {@link Timeline#OPEN} while it goes on. */
  public long end(int i) {
    ManySpans columns = many;
    return columns == null ? few.end(i) : columns.ends.get(i);
  }

  public int object(int i) {
    ManySpans columns = many;
    return columns == null ? few.object(i) : columns.objects.get(i);
  }

  public int site(int i) {
    ManySpans columns = many;
    return columns == null ? few.site(i) : columns.sites.get(i);
  }

  public ThreadState state(int i) {
    ManySpans columns = many;
    return STATE[columns == null ? few.what(i) & (1 << STATE_BITS) - 1 : columns.state(i)];
  }

  public Spans.About about(int i) {
    return ABOUT[aboutAndVariant(i) & (1 << ABOUT_BITS) - 1];
  }

  /** 0 to 3: tells what its maker wants told apart. */
  public int variant(int i) {
    return aboutAndVariant(i) >>> ABOUT_BITS & VARIANTS;
  }

  private int aboutAndVariant(int i) {
    ManySpans columns = many;
    return columns == null ? few.what(i) >>> STATE_BITS : columns.about(i);
  }

  /** The last of the first {@code size} spans that starts at or before {@code time}, -1 if none. */
  public int floor(long time, int size) {
    ManySpans columns = many;
    return columns == null ? few.floor(time, size) : columns.starts.floor(time, size);
  }

  /** What was drawn of them; null while they are few. */
  public @Nullable BinKeys kept() {
    ManySpans columns = many;
    return columns == null ? null : columns.kept();
  }

  /** Goes along the first {@code size} spans; null while they are few. */
  public @Nullable SpanWalk walk(int size) {
    ManySpans columns = many;
    return columns == null ? null : new SpanColumnWalk(columns, size);
  }

  /** Nanoseconds in {@code state} before {@code time}, among the first {@code size} spans. */
  public long nanosBefore(ThreadState state, long time, int size) {
    ManySpans columns = many;
    if (columns != null) {
      return columns.nanosBefore(state.ordinal(), time, size);
    }
    long sum = 0;
    for (int i = 0; i < size && few.start(i) <= time; i++) {
      if (state(i) == state) {
        sum += Math.min(end(i), time) - few.start(i);
      }
    }
    return sum;
  }
}
