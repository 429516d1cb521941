package interleave.timeline.column;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A column grows while somebody reads the part of it whose size was published to him. The writer
 * goes on after that, so that chunks are copied and replaced beneath the reader.
 */
public final class ColumnStress {
  private static final int VALUES = 40;

  private static final int TORN = -1;

  private ColumnStress() {}

  /** 0: nothing, 1: a part, 2: all of it. Where nobody sees a part nothing was tried. */
  private static int part(int size, int all) {
    return size == 0 ? 0 : size < all ? 1 : 2;
  }

  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "nothing yet")
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "a part, as it was written")
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "all, as it was written")
  @Outcome(expect = FORBIDDEN, desc = "something of the prefix is not there")
  @State
  public static class Longs {
    private final LongColumn column = new LongColumn();
    private volatile int published;

    @Actor
    public void append() {
      for (int i = 1; i <= VALUES; i++) {
        column.add(i);
        published = column.size();
      }
    }

    @Actor
    public void read(I_Result r) {
      int size = published;
      r.r1 = part(size, VALUES);
      for (int i = 0; i < size; i++) {
        if (column.get(i) != i + 1) {
          r.r1 = TORN;
        }
      }
    }
  }

  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "nothing yet")
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "a part, as it was written")
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "all, as it was written")
  @Outcome(expect = FORBIDDEN, desc = "something of the prefix is not there")
  @State
  public static class Ints {
    private final IntColumn column = new IntColumn();
    private volatile int published;

    @Actor
    public void append() {
      for (int i = 1; i <= VALUES; i++) {
        column.add(i);
        published = column.size();
      }
    }

    @Actor
    public void read(I_Result r) {
      int size = published;
      r.r1 = part(size, VALUES);
      for (int i = 0; i < size; i++) {
        if (column.get(i) != i + 1) {
          r.r1 = TORN;
        }
      }
    }
  }

  /** Where one chunk ends and the next begins, so that the list of chunks grows. */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "nothing yet")
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "a part, as it was written")
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "all, as it was written")
  @Outcome(expect = FORBIDDEN, desc = "something of the prefix is not there")
  @State
  public static class ChunkBorder {
    private static final int FIRST = Column.CHUNK - 3;
    private static final int MORE = 24;
    private final ByteColumn column = new ByteColumn();
    private volatile int published = FIRST;

    public ChunkBorder() {
      for (int i = 0; i < FIRST; i++) {
        column.add(1);
      }
    }

    @Actor
    public void append() {
      for (int i = 0; i < MORE; i++) {
        column.add(1);
        published = column.size();
      }
    }

    @Actor
    public void read(I_Result r) {
      int size = published;
      r.r1 = part(size - FIRST, MORE);
      for (int i = FIRST; i < size; i++) {
        if (column.get(i) != 1) {
          r.r1 = TORN;
        }
      }
    }
  }

  /** Lists of objects, handed out while more come. */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "nothing yet")
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "a list that holds what it held")
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "the last list, whole")
  @Outcome(expect = FORBIDDEN, desc = "something in it is not there")
  @State
  public static class Objects {
    private final ObjectColumn<Integer> column = new ObjectColumn<>();
    private volatile List<Integer> published = List.of();

    @Actor
    public void append() {
      for (int i = 0; i < VALUES; i++) {
        column.add(i + 1000);
        published = column.view();
      }
    }

    @Actor
    public void read(I_Result r) {
      List<Integer> list = published;
      r.r1 = part(list.size(), VALUES);
      for (int i = 0; i < list.size(); i++) {
        Integer value = list.get(i);
        if (value == null || value != i + 1000) {
          r.r1 = TORN;
        }
      }
    }
  }

  /** Copies that share chunks with a list that changes and grows. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 1", "2, 2", "3, 3"},
      expect = ACCEPTABLE,
      desc = "of one moment")
  @Outcome(expect = FORBIDDEN, desc = "a change came into a copy made before it")
  @State
  public static class Frozen {
    private static final int SIZE = 300;
    private final FrozenList<Integer> list = new FrozenList<>();
    private volatile List<Integer> published;

    public Frozen() {
      for (int i = 0; i < SIZE; i++) {
        list.set(i, 0);
      }
      published = list.freeze();
    }

    @Actor
    public void change() {
      for (int round = 1; round <= 3; round++) {
        list.set(0, round);
        list.set(SIZE - 1, round);
        published = list.freeze();
      }
    }

    @Actor
    public void read(II_Result r) {
      List<Integer> copy = published;
      r.r1 = copy.getFirst();
      r.r2 = copy.getLast();
    }
  }
}
