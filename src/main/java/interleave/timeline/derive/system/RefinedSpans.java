package interleave.timeline.derive.system;

import interleave.event.WaitChannel;
import interleave.timeline.SpanWalk;
import interleave.timeline.Spans;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Locale;

/**
 * A lane's spans with what the system says of them: spans and pieces in one row, by their begin.
 */
public final class RefinedSpans implements Spans {
  private static final Words WORDS = Words.of("timeline/system");

  /** What pieces are where they do not go on with their span. */
  private static final ThreadState[] OTHER = {ThreadState.READY, ThreadState.UNTRACED_WAIT};

  private final Spans told;
  private final Pieces pieces;
  private final int parts;

  private RefinedSpans(Spans told, Pieces pieces, int parts) {
    this.told = told;
    this.pieces = pieces;
    this.parts = parts;
  }

  /** Those spans, with the pieces that there are by now. */
  public static Spans of(Spans told, Pieces pieces) {
    return new RefinedSpans(told, pieces, pieces.size());
  }

  @Override
  public boolean sampled() {
    return true;
  }

  /** The piece that stands there, -1 where a span does. */
  private int piece(int i) {
    int last = pieces.before(i, parts);
    return last >= 0 && place(last) == i ? last : -1;
  }

  private int place(int piece) {
    return pieces.span(piece) + piece + 1;
  }

  /** The span that stands there, or whose piece does. */
  private int span(int i) {
    int last = pieces.before(i, parts);
    return last >= 0 && place(last) == i ? pieces.span(last) : i - last - 1;
  }

  /** The piece there where it is something else than its span, -1 where it goes on with it. */
  private int other(int i) {
    int piece = piece(i);
    return piece >= 0 && pieces.state(piece) != ThreadState.RUNNING ? piece : -1;
  }

  @Override
  public int size() {
    return told.size() + parts;
  }

  @Override
  public long start(int i) {
    int piece = piece(i);
    return piece < 0 ? told.start(span(i)) : pieces.start(piece);
  }

  @Override
  public long end(int i) {
    int next = pieces.before(i, parts) + 1;
    int span = span(i);
    return next < parts && pieces.span(next) == span ? pieces.start(next) : told.end(span);
  }

  @Override
  public ThreadState state(int i) {
    int piece = piece(i);
    return piece < 0 ? told.state(span(i)) : pieces.state(piece);
  }

  @Override
  public int object(int i) {
    return other(i) < 0 ? told.object(span(i)) : -1;
  }

  @Override
  public About about(int i) {
    return other(i) < 0 ? told.about(span(i)) : About.NOTHING;
  }

  @Override
  public long limit(int i) {
    return other(i) < 0 ? told.limit(span(i)) : Timeline.OPEN;
  }

  @Override
  public boolean shared(int i) {
    return other(i) < 0 && told.shared(span(i));
  }

  @Override
  public int site(int i) {
    return told.site(span(i));
  }

  @Override
  public int task(int i) {
    return other(i) < 0 ? told.task(span(i)) : -1;
  }

  @Override
  public Verb verb(int i) {
    return other(i) < 0 ? told.verb(span(i)) : Verb.PLAIN;
  }

  @Override
  public String condition(int i) {
    return told.condition(span(i));
  }

  @Override
  public String channel(int i) {
    int piece = other(i);
    WaitChannel channel = piece < 0 ? WaitChannel.UNKNOWN : pieces.channel(piece);
    return channel == WaitChannel.UNKNOWN ? "" : channel.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String label(int i) {
    int piece = other(i);
    if (piece < 0) {
      return told.label(span(i));
    }
    String channel = channel(i);
    return pieces.state(piece) == ThreadState.READY
        ? WORDS.get("label.ready")
        : WORDS.get(channel.isEmpty() ? "label.asleep" : "label." + channel);
  }

  @Override
  public int at(long time) {
    return told.at(time) + pieces.floor(time, parts) + 1;
  }

  @Override
  public long nanosIn(ThreadState state, long from, long to) {
    return switch (state) {
      case RUNNING ->
          told.nanosIn(state, from, to)
              - inPieces(ThreadState.READY, from, to)
              - inPieces(ThreadState.UNTRACED_WAIT, from, to);
      case READY, UNTRACED_WAIT -> inPieces(state, from, to);
      default -> told.nanosIn(state, from, to);
    };
  }

  @Override
  public SpanWalk walk() {
    return new Walk(this, told.walk());
  }

  /** That of the spans as they were told, with what of them is spent otherwise. */
  private record Walk(RefinedSpans spans, SpanWalk told) implements SpanWalk {
    @Override
    public int at(long time) {
      return told.at(time) + spans.pieces.floor(time, spans.parts) + 1;
    }

    @Override
    public long start(int i) {
      return spans.start(i);
    }

    @Override
    public long end(int i) {
      return spans.end(i);
    }

    @Override
    public int state(int i) {
      return spans.state(i).ordinal();
    }

    @Override
    public void spent(long time, long[] sums) {
      told.spent(time, sums);
      for (ThreadState state : OTHER) {
        long ns = spans.pieces.nanosBefore(state, time, spans.parts);
        sums[state.ordinal()] = ns;
        sums[ThreadState.RUNNING.ordinal()] -= ns;
      }
    }
  }

  private long inPieces(ThreadState state, long from, long to) {
    return to <= from
        ? 0
        : pieces.nanosBefore(state, to, parts) - pieces.nanosBefore(state, from, parts);
  }
}
