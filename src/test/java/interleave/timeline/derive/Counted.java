package interleave.timeline.derive;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.Spans;
import interleave.timeline.ThreadState;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.function.LongFunction;
import java.util.function.LongToIntFunction;

/** What is counted by hand, one moment after the other, for whoever answers more quickly. */
final class Counted {
  private static final int ASKED = 40;

  /** How many there are at each moment. */
  final int[] at;

  Counted(int moments) {
    at = new int[moments];
  }

  /** From then on there are so many more. */
  void add(long from, int more) {
    for (int t = (int) from; t < at.length; t++) {
      at[t] += more;
    }
  }

  /** As many as that in [from, to). */
  void fill(long from, long to, int value) {
    Arrays.fill(at, (int) from, (int) to, value);
  }

  double mean(int from, int to) {
    return Arrays.stream(at, from, to).average().orElseThrow();
  }

  long nanos(int value, int from, int to) {
    return Arrays.stream(at, from, to).filter(is -> is == value).count();
  }

  /** That one says at any moment what was counted. */
  void isTold(Random random, LongToIntFunction told) {
    for (int i = 0; i < ASKED; i++) {
      int time = random.nextInt(at.length);
      assertThat(told.applyAsInt(time)).as("at %d", time).isEqualTo(at[time]);
    }
  }

  /** Two moments, the earlier first. */
  int[] range(Random random) {
    int from = random.nextInt(at.length - 1);
    return new int[] {from, from + 1 + random.nextInt(at.length - 1 - from)};
  }

  /** The index of the last that is at or before any moment is found. */
  static void floors(
      Random random, int end, int size, IntToLongFunction time, LongToIntFunction found) {
    for (int i = 0; i < ASKED; i++) {
      long asked = random.nextInt(end + 2) - 1;
      int last = -1;
      while (last + 1 < size && time.applyAsLong(last + 1) <= asked) {
        last++;
      }
      assertThat(found.applyAsInt(asked)).as("by %d", asked).isEqualTo(last);
    }
  }

  /** The index of the first that is not before any moment is found. */
  static void ceilings(
      Random random, int end, int size, IntToLongFunction time, LongToIntFunction found) {
    floors(random, end, size, time, asked -> found.applyAsInt(asked + 1) - 1);
  }

  /** For how long a lane was in each state, by its spans one after the other. */
  static void spans(Random random, int end, Spans spans) {
    floors(random, end, spans.size(), spans::start, spans::at);
    for (int i = 0; i + 1 < spans.size(); i++) {
      assertThat(spans.end(i)).isBetween(spans.start(i), spans.start(i + 1));
    }
    for (int i = 0; i < ASKED; i++) {
      long from = random.nextInt(end);
      long to = from + random.nextInt((int) (end - from));
      for (ThreadState state : ThreadState.values()) {
        assertThat(spans.nanosIn(state, from, to))
            .as("%s in %d to %d", state, from, to)
            .isEqualTo(in(spans, state, from, to));
      }
    }
  }

  private static long in(Spans spans, ThreadState state, long from, long to) {
    long sum = 0;
    for (int i = 0; i < spans.size(); i++) {
      if (spans.state(i) == state) {
        sum += Math.max(0, Math.min(spans.end(i), to) - Math.max(spans.start(i), from));
      }
    }
    return sum;
  }

  /** Something is the same at any moment, whoever says it. */
  static <T> void same(Random random, int end, LongFunction<T> one, LongFunction<T> other) {
    for (int i = 0; i < ASKED; i++) {
      long time = random.nextInt(end);
      assertThat(one.apply(time)).as("at %d", time).isEqualTo(other.apply(time));
    }
  }
}
