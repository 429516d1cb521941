package interleave.timeline.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A column gives back what was put into it, packed or not. */
class ColumnsTest {
  private static final int MANY = 5 * Column.CHUNK + 17;
  private static final long OPEN = Long.MAX_VALUE;

  /** Values as columns hold them: like each other, growing, far apart, open. */
  private static long value(Random random, int kind, int i) {
    return switch (kind) {
      case 0 -> 7;
      case 1 -> i * 100L + random.nextInt(50);
      case 2 -> random.nextInt(3) == 0 ? OPEN : 1_000_000_000_000L + random.nextInt(1 << 20);
      case 3 -> random.nextLong();
      case 4 -> random.nextInt(200) - 100;
      case 5 -> OPEN;
      default -> i * 5_000_000_000L;
    };
  }

  @Property(tries = 60)
  void whatWasAddedAndReplacedIsThere(
      @ForAll long seed,
      @ForAll @IntRange(max = 6) int kind,
      @ForAll @IntRange(max = 6) int other) {
    Random random = new Random(seed);
    LongColumn column = new LongColumn();
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      long value = value(random, kind, i);
      column.add(value);
      expected.add(value);
      if (random.nextInt(40) == 0) {
        int at = random.nextInt(i + 1);
        long replaced = value(random, random.nextBoolean() ? kind : other, at);
        column.set(at, replaced);
        expected.set(at, replaced);
      }
    }
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < column.size(); i++) {
      found.add(column.get(i));
    }
    assertThat(found).isEqualTo(expected);
  }

  @Property(tries = 20)
  void theLastValueThatIsNotGreaterIsFound(@ForAll long seed) {
    Random random = new Random(seed);
    LongColumn column = new LongColumn();
    long[] values = new long[MANY];
    for (int i = 0; i < MANY; i++) {
      values[i] = (i == 0 ? 0 : values[i - 1]) + random.nextInt(4);
      column.add(values[i]);
    }
    for (int round = 0; round < 200; round++) {
      int size = random.nextInt(MANY + 1);
      long asked = random.nextLong(-2, values[MANY - 1] + 2);
      int expected = -1;
      for (int i = 0; i < size && values[i] <= asked; i++) {
        expected = i;
      }
      assertThat(column.floor(asked, size)).isEqualTo(expected);
    }
  }

  @Test
  void intsAndBytesKeepTheirSigns() {
    IntColumn ints = new IntColumn();
    ByteColumn bytes = new ByteColumn();
    for (int i = 0; i < MANY; i++) {
      ints.add(i % 7 == 0 ? -1 : i * 1000);
      bytes.add(i % 256 - 128);
    }
    for (int i = 0; i < MANY; i++) {
      assertThat(ints.get(i)).isEqualTo(i % 7 == 0 ? -1 : i * 1000);
      assertThat(bytes.get(i)).isEqualTo((byte) (i % 256 - 128));
    }
  }

  @Test
  void textsOfAnyLengthAreThereAndCanBeReplaced() {
    TextColumn texts = new TextColumn();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 9000; i++) {
      String text = i % 3 == 0 ? "" : "Größe 锁 " + "x".repeat(i % 300);
      texts.add(text);
      expected.add(text);
    }
    texts.set(5, "y".repeat(8192));
    expected.set(5, "y".repeat(8192));
    texts.set(7, "");
    expected.set(7, "");
    for (int i = 0; i < expected.size(); i++) {
      assertThat(texts.get(i)).isEqualTo(expected.get(i));
      assertThat(texts.isEmpty(i)).isEqualTo(expected.get(i).isEmpty());
    }
  }

  @Test
  void eachTextIsThereAsSoonAsItIsAddedAndStaysThereHoweverLongOthersAre() {
    TextColumn texts = new TextColumn();
    List<String> expected = new ArrayList<>();
    for (int length : new int[] {1, 250, 3, 3000, 8190, 8191, 2, 65_533, 65_534, 5, 0, 9000, 1}) {
      String text = "z".repeat(length);
      texts.add(text);
      expected.add(text);
      assertThat(texts.get(expected.size() - 1)).isEqualTo(text);
    }
    texts.add("z".repeat(65_535)); // cut: its length has two bytes, and a piece no more
    assertThat(texts.get(expected.size())).hasSize(65_534);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(texts.get(i)).isEqualTo(expected.get(i));
    }
  }

  @Property(tries = 40)
  void aColumnThatWasKeptIsTheSame(
      @ForAll long seed,
      @ForAll @IntRange(max = 6) int kind,
      @ForAll @IntRange(max = 9000) int size)
      throws IOException {
    Random random = new Random(seed);
    LongColumn longs = new LongColumn();
    IntColumn ints = new IntColumn();
    ByteColumn bytes = new ByteColumn();
    TextColumn texts = new TextColumn();
    for (int i = 0; i < size; i++) {
      long value = value(random, kind, i);
      longs.add(value);
      ints.add((int) value);
      bytes.add((int) value);
      texts.add(random.nextInt(3) == 0 ? "" : "text " + value);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    KeptWriter writer = new KeptWriter(out, KeptWriter.Course.PLAIN);
    KeptColumn ofLongs = longs.keep(writer);
    KeptColumn ofInts = ints.keep(writer);
    KeptColumn ofBytes = bytes.keep(writer);
    KeptColumn ofPlaces = texts.places().keep(writer);
    KeptTexts.Told ofTexts = texts.keep(writer);
    writer.close();
    KeptSpace space = new KeptSpace(MemorySegment.ofArray(out.toByteArray()), Assertions::fail);
    LongColumn longsAgain = new LongColumn();
    longsAgain.become(ofLongs, space);
    IntColumn intsAgain = new IntColumn();
    intsAgain.become(ofInts, space);
    ByteColumn bytesAgain = new ByteColumn();
    bytesAgain.become(ofBytes, space);
    TextColumn textsAgain = new TextColumn();
    textsAgain.places().become(ofPlaces, space);
    textsAgain.become(ofTexts, space);
    assertThat(longsAgain.size()).isEqualTo(size);
    for (int i = size - 1; i >= 0; i--) {
      assertThat(longsAgain.get(i)).isEqualTo(longs.get(i));
      assertThat(intsAgain.get(i)).isEqualTo(ints.get(i));
      assertThat(bytesAgain.get(i)).isEqualTo(bytes.get(i));
      assertThat(textsAgain.get(i)).isEqualTo(texts.get(i));
    }
  }

  @Property(tries = 20)
  void aColumnThatWasKeptCanBeWrittenAndSearched(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    LongColumn column = new LongColumn();
    for (int i = 0; i < MANY; i++) {
      column.add(i * 10L);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (KeptWriter writer = new KeptWriter(out, KeptWriter.Course.PLAIN)) {
      KeptColumn kept = column.keep(writer);
      LongColumn again = new LongColumn();
      again.become(kept, new KeptSpace(MemorySegment.ofArray(out.toByteArray()), Assertions::fail));
      for (int i = 0; i < 100; i++) {
        int at = random.nextInt(MANY);
        assertThat(again.floor(at * 10L + random.nextInt(10), MANY)).isEqualTo(at);
      }
      int at = random.nextInt(MANY);
      again.set(at, at * 10L + 1);
      again.add(MANY * 10L);
      assertThat(again.get(at)).isEqualTo(at * 10L + 1);
      assertThat(again.get(MANY)).isEqualTo(MANY * 10L);
      assertThat(again.get(0)).isEqualTo(at == 0 ? 1 : 0);
    }
  }

  @Test
  void whatWasKeptIsCopiedBeforeAnybodyLookedAtIt() throws IOException {
    LongColumn longs = new LongColumn();
    ByteColumn bytes = new ByteColumn();
    for (int i = 0; i < MANY; i++) {
      longs.add(i * 10L);
      bytes.add(i % 100);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (KeptWriter writer = new KeptWriter(out, KeptWriter.Course.PLAIN)) {
      KeptColumn ofLongs = longs.keep(writer);
      KeptColumn ofBytes = bytes.keep(writer);
      KeptSpace space = new KeptSpace(MemorySegment.ofArray(out.toByteArray()), Assertions::fail);
      LongColumn longsAgain = new LongColumn();
      longsAgain.become(ofLongs, space);
      ByteColumn bytesAgain = new ByteColumn();
      bytesAgain.become(ofBytes, space);
      long[] four = new long[4];
      longsAgain.copy(7, four.length, four);
      assertThat(four).containsExactly(70, 80, 90, 100);
      byte[] three = new byte[3];
      bytesAgain.copy(7, three.length, three);
      assertThat(three).containsExactly(7, 8, 9);
    }
  }

  @Test
  void theSameChunkIsWrittenOnce() throws IOException {
    LongColumn one = new LongColumn();
    LongColumn same = new LongColumn();
    Random random = new Random(1);
    for (int i = 0; i < MANY; i++) {
      long value = random.nextLong();
      one.add(value);
      same.add(value);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (KeptWriter writer = new KeptWriter(out, KeptWriter.Course.PLAIN)) {
      one.keep(writer);
      long once = writer.position();
      same.keep(writer);
      assertThat(writer.position() - once).isLessThan(once / 100);
    }
  }

  @Test
  void aDamagedChunkReadsAsZerosAndIsToldOnce() throws IOException {
    LongColumn column = new LongColumn();
    for (int i = 0; i < MANY; i++) {
      column.add(i * (long) i);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    KeptColumn kept;
    try (KeptWriter writer = new KeptWriter(out, KeptWriter.Course.PLAIN)) {
      kept = column.keep(writer);
    }
    byte[] bytes = out.toByteArray();
    bytes[KeptWriter.HEAD + 5] ^= 1; // in the first chunk
    int[] told = {0};
    LongColumn again = new LongColumn();
    again.become(kept, new KeptSpace(MemorySegment.ofArray(bytes), () -> told[0]++));
    assertThat(again.get(3)).isZero();
    assertThat(again.get(5)).isZero();
    assertThat(again.get(Column.CHUNK)).isEqualTo(column.get(Column.CHUNK));
    assertThat(told[0]).isEqualTo(1);
  }

  /** Columns of each sort that are written by turns, at different speeds. */
  private static final class Several {
    private final List<LongColumn> longs = List.of(new LongColumn(), new LongColumn());
    private final List<IntColumn> ints = List.of(new IntColumn(), new IntColumn());
    private final ByteColumn bytes = new ByteColumn();
    private final TextColumn texts = new TextColumn();

    void write(int from, int to) {
      for (int i = from; i < to; i++) {
        longs.get(0).add(i * 3L);
        ints.get(0).add(-i);
        if (i % 3 == 0) {
          longs.get(1).add(-i * 5L);
          ints.get(1).add(i * 7);
        }
        bytes.add(i % 100);
        texts.add("text " + i);
      }
    }

    void areWhole(int size) {
      for (int i = 0; i < size; i++) {
        assertThat(longs.get(0).get(i)).isEqualTo(i * 3L);
        assertThat(ints.get(0).get(i)).isEqualTo(-i);
        assertThat(bytes.get(i)).isEqualTo((byte) (i % 100));
        assertThat(texts.get(i)).isEqualTo("text " + i);
      }
      for (int i = 0; i < longs.get(1).size(); i++) {
        assertThat(longs.get(1).get(i)).isEqualTo(-i * 15L);
        assertThat(ints.get(1).get(i)).isEqualTo(i * 21);
      }
    }
  }

  @Test
  void whereNobodyLooksMeanwhileArraysAreUsedAgainAndAllIsThere() {
    Several several = new Several();
    List<Object> first = new ArrayList<>();
    ColumnSpace.unseen(
        () -> {
          several.write(0, Column.CHUNK);
          first.add(several.longs.get(0).chunks[0]);
          several.write(Column.CHUNK, MANY);
        });
    Object[] chunks = several.longs.get(0).chunks;
    assertThat(List.of(chunks[4], chunks[5], several.longs.get(1).chunks[1]))
        .anyMatch(each -> each == first.getFirst());
    several.areWhole(MANY);
    several.write(MANY, 2 * MANY);
    several.areWhole(2 * MANY);
  }

  @Test
  void whatSomebodyMayLookAtStaysAsItIsThoughItIsPacked() {
    Several several = new Several();
    several.write(0, Column.CHUNK);
    long[] longs = (long[]) several.longs.get(0).chunks[0];
    int[] ints = (int[]) several.ints.get(0).chunks[0];
    several.write(Column.CHUNK, MANY);
    for (int i = 0; i < Column.CHUNK; i++) {
      assertThat(longs[i]).isEqualTo(i * 3L);
      assertThat(ints[i]).isEqualTo(-i);
    }
    several.areWhole(MANY);
  }

  /** A file that is full after a while. */
  private static final class Filling implements ColumnSpace.Source {
    private int puts;
    private final List<String> said = new ArrayList<>();

    @Override
    public ColumnSpace.Extent extent(long bytes) {
      MemorySegment memory = Arena.ofAuto().allocate(bytes);
      return new ColumnSpace.Extent() {
        @Override
        public MemorySegment memory() {
          return memory;
        }

        @Override
        public void put(long at, byte[] bytes, int count) throws IOException {
          if (++puts > 2) {
            throw new IOException("full");
          }
          MemorySegment.copy(MemorySegment.ofArray(bytes), 0, memory, at, count);
        }
      };
    }

    @Override
    public void shortage(IOException why) {
      said.add(String.valueOf(why.getMessage()));
    }
  }

  @Test
  void whereNoMoreCanBeWrittenColumnsLieInMemory() {
    Filling filling = new Filling();
    ColumnSpace.from(filling);
    try {
      LongColumn column = new LongColumn();
      for (int i = 0; i < MANY; i++) {
        column.add(i);
      }
      assertThat(filling.said).containsExactly("full");
      for (int i = 0; i < MANY; i++) {
        assertThat(column.get(i)).isEqualTo(i);
      }
    } finally {
      ColumnSpace.from(bytes -> Arena.ofAuto().allocate(bytes, 8));
    }
  }
}
