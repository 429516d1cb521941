package interleave.timeline.lod;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.Spans;
import interleave.timeline.ThreadState;
import interleave.timeline.sketch.SketchSpans;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DetailTest {
  private static SketchSpans spans(List<Integer> lengths) {
    SketchSpans spans = new SketchSpans();
    long time = 1000;
    ThreadState[] states = ThreadState.values();
    for (int i = 0; i < lengths.size(); i++) {
      int length = lengths.get(i);
      ThreadState state = states[Math.floorMod(length * 7 + i, states.length)];
      if (length % 3 != 0) { // some gaps
        spans.add(new SketchSpans.Span(time, time + length, state, Spans.About.NOTHING, -1, ""));
      }
      time += length;
    }
    return spans;
  }

  private static List<Piece> pieces(SketchSpans spans, long bin, long from, long to) {
    return Detail.of(Sequence.states(spans), new Bins(bin), from, to, to);
  }

  @Property
  void piecesComeInOrderAndDoNotOverlap(
      @ForAll @Size(max = 200) List<@IntRange(min = 1, max = 500) Integer> lengths,
      @ForAll @IntRange(min = 0, max = 8) int power) {
    SketchSpans spans = spans(lengths);
    List<Piece> pieces = pieces(spans, 1L << power, 0, 60_000);
    for (int i = 1; i < pieces.size(); i++) {
      assertThat(pieces.get(i).from()).isGreaterThanOrEqualTo(pieces.get(i - 1).to());
    }
  }

  @Property
  void nothingThatHappenedIsLeftOut(
      @ForAll @Size(max = 200) List<@IntRange(min = 1, max = 500) Integer> lengths,
      @ForAll @IntRange(min = 0, max = 8) int power) {
    SketchSpans spans = spans(lengths);
    List<Piece> pieces = pieces(spans, 1L << power, 0, 120_000);
    for (int i = 0; i < spans.size(); i++) {
      long middle = (spans.start(i) + spans.end(i)) / 2;
      assertThat(pieces).anyMatch(piece -> piece.from() <= middle && middle < piece.to());
    }
  }

  @Property
  void aLongSpanIsDrawnOnItsOwn(
      @ForAll @Size(max = 200) List<@IntRange(min = 1, max = 500) Integer> lengths) {
    SketchSpans spans = spans(lengths);
    List<Piece> pieces = pieces(spans, 32, 0, 120_000);
    for (int i = 0; i < spans.size(); i++) {
      int index = i;
      boolean wide = spans.end(i) - spans.start(i) >= 64;
      assertThat(pieces.stream().anyMatch(piece -> piece.index() == index)).isEqualTo(wide);
    }
  }

  @Property
  void panningChangesNoPiece(
      @ForAll @Size(max = 200) List<@IntRange(min = 1, max = 90) Integer> lengths,
      @ForAll @IntRange(min = 0, max = 3000) int shift) {
    SketchSpans spans = spans(lengths);
    List<Piece> whole = pieces(spans, 32, 0, 40_000);
    long from = 1000 + shift;
    // Pieces wholly inside both windows, as merged runs may be cut at the window's edge.
    List<Piece> part =
        pieces(spans, 32, from, 40_000).stream().filter(p -> p.from() > from + 32).toList();
    part.stream().skip(1).forEach(piece -> assertThat(whole).contains(piece));
  }

  @Test
  void neighbouringBinsOfOneStateBecomeOnePiece() {
    SketchSpans spans = new SketchSpans();
    for (int i = 0; i < 1000; i++) {
      spans.add(
          new SketchSpans.Span(
              i * 10L, i * 10L + 10, ThreadState.RUNNING, Spans.About.NOTHING, -1, ""));
    }
    List<Piece> pieces = pieces(spans, 64, 0, 9_984);
    assertThat(pieces).containsExactly(new Piece(0, 9_984, -1, ThreadState.RUNNING.ordinal()));
  }

  @Test
  void aFrameCostsByPixelsAndNotByEvents() {
    SketchSpans spans = new SketchSpans();
    for (int i = 0; i < 100_000; i++) {
      ThreadState state = i % 2 == 0 ? ThreadState.RUNNING : ThreadState.LOCK_WAIT;
      spans.add(
          new SketchSpans.Span(
              i * 100L, i * 100L + 40 + i % 60, state, Spans.About.NOTHING, -1, ""));
    }
    Bins bins = Bins.of(10_000_000 / 800.0);
    assertThat(Detail.of(Sequence.states(spans), bins, 0, 10_000_000, 10_000_000))
        .hasSizeLessThan(900);
  }

  @Test
  void binsAreBetweenOneAndTwoPixels() {
    for (double ns : new double[] {0.02, 1, 3, 1024, 1025, 1e6}) {
      assertThat(Bins.of(ns).size()).isGreaterThanOrEqualTo((long) ns);
      assertThat(Bins.of(ns).size()).isLessThanOrEqualTo(Math.max(1, (long) (2 * ns)));
    }
  }

  @Test
  void anOpenSpanReachesToNow() {
    SketchSpans spans = new SketchSpans();
    spans.add(
        new SketchSpans.Span(
            100,
            interleave.timeline.Timeline.OPEN,
            ThreadState.SLEEPING,
            Spans.About.NOTHING,
            -1,
            ""));
    assertThat(Detail.of(Sequence.states(spans), new Bins(4), 0, 10_000, 5_000))
        .containsExactly(new Piece(100, 5_000, 0, ThreadState.SLEEPING.ordinal()));
  }
}
