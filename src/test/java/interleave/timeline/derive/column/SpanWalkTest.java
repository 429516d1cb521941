package interleave.timeline.derive.column;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.timeline.BinKeys;
import interleave.timeline.SpanWalk;
import interleave.timeline.Spans;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.lod.Bins;
import interleave.timeline.lod.Detail;
import interleave.timeline.lod.Sequence;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** What is found on the way, or kept from the frame before, is what asking anew finds. */
@BesideOthers
class SpanWalkTest {
  private static final ThreadState[] STATES = ThreadState.values();
  private static final int MANY = 7_000;

  private final SpanColumns columns = new SpanColumns();
  private long time = 1_000;

  private void add(Random random) {
    time += random.nextInt(3) == 0 ? random.nextInt(40) : 0;
    columns.open(time, STATES[random.nextInt(STATES.length)], Spans.About.NOTHING, 0, -1, 0);
    int kind = random.nextInt(100);
    time += kind == 0 ? random.nextInt(5_000) : random.nextInt(20);
    columns.close(time);
  }

  @Property(tries = 8)
  void aWalkAnswersAsTheColumnsDo(@ForAll Random random) {
    for (int i = 0; i < MANY; i++) {
      add(random);
    }
    columns.open(time, ThreadState.RUNNING, Spans.About.NOTHING, 0, -1, 0);
    int size = MANY - random.nextInt(100) + 1;
    SpanWalk walk = Objects.requireNonNull(columns.walk(size));
    long[] sums = new long[STATES.length];
    long[] spent = new long[STATES.length];
    long asked = random.nextInt(2_000);
    while (asked < time + 1_000) {
      int i = columns.floor(asked, size);
      assertThat(walk.at(asked)).isEqualTo(i);
      if (i >= 0) {
        assertThat(walk.start(i)).isEqualTo(columns.start(i));
        assertThat(walk.end(i)).isEqualTo(columns.end(i));
        assertThat(walk.state(i)).isEqualTo(columns.state(i).ordinal());
      }
      walk.spent(asked, sums);
      for (ThreadState state : STATES) {
        spent[state.ordinal()] = columns.nanosBefore(state, asked, size);
      }
      assertThat(sums).isEqualTo(spent);
      asked += random.nextInt(5) == 0 ? random.nextInt(2_000) - 500 : random.nextInt(60);
    }
  }

  @Property(tries = 30)
  void whatIsKeptOfAGrowingLaneIsWhatIsFoundAnew(@ForAll Random random) {
    for (int frame = 0; frame < 60; frame++) {
      for (int i = 0; i < 100; i++) {
        add(random);
      }
      boolean open = random.nextBoolean();
      if (open) {
        columns.open(time, ThreadState.SLEEPING, Spans.About.NOTHING, 0, -1, 0);
      }
      Bins bins = new Bins(1L << 3 + random.nextInt(5));
      long from = 900 + random.nextLong(Math.max(1, time - 900));
      long to = from + bins.size() * random.nextInt(2_000);
      var kept = Detail.of(Sequence.states(new Prefix(true)), bins, from, to, time);
      var anew = Detail.of(Sequence.states(new Prefix(false)), bins, from, to, time);
      assertThat(kept).isEqualTo(anew);
      if (open) {
        time += random.nextInt(500);
        columns.close(time);
      }
    }
  }

  /** All spans that there are by now. */
  private final class Prefix implements Spans {
    private final int size = columns.size();
    private final boolean keeps;

    Prefix(boolean keeps) {
      this.keeps = keeps;
    }

    @Override
    public @Nullable BinKeys kept() {
      return keeps ? columns.kept() : null;
    }

    @Override
    public SpanWalk walk() {
      SpanWalk walk = keeps ? columns.walk(size) : null;
      return walk == null ? SpanWalk.plain(this) : walk;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public long start(int i) {
      return columns.start(i);
    }

    @Override
    public long end(int i) {
      return columns.end(i);
    }

    @Override
    public ThreadState state(int i) {
      return columns.state(i);
    }

    @Override
    public int object(int i) {
      return -1;
    }

    @Override
    public About about(int i) {
      return About.NOTHING;
    }

    @Override
    public int site(int i) {
      return 0;
    }

    @Override
    public String label(int i) {
      return "";
    }

    @Override
    public Verb verb(int i) {
      return Verb.PLAIN;
    }

    @Override
    public int at(long asked) {
      return columns.floor(asked, size);
    }

    @Override
    public long nanosIn(ThreadState state, long from, long to) {
      return columns.nanosBefore(state, Math.max(from, to), size)
          - columns.nanosBefore(state, from, size);
    }
  }

  @Property(tries = 5)
  void aTimeBeforeTheFirstSpanIsInNone(@ForAll Random random) {
    for (int i = 0; i < 10; i++) {
      add(random);
    }
    long[] sums = new long[STATES.length];
    SpanWalk walk = Objects.requireNonNull(columns.walk(1));
    walk.spent(1, sums);
    assertThat(sums).containsOnly(0);
    assertThat(walk.at(1)).isEqualTo(-1);
    assertThat(walk.at(Timeline.OPEN - 1)).isZero();
  }
}
