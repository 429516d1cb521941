package interleave.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.process.value.RecordTypes;
import interleave.process.value.RefusedBytesException;
import interleave.process.value.ValueReader;
import interleave.process.value.ValueTag;
import interleave.process.value.ValueWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ValueCodecTest {
  record Point(int x, double y) {}

  record Named(String name, Point at, List<Object> rest) {}

  record Picky(int positive) {
    Picky {
      if (positive <= 0) {
        throw new IllegalArgumentException("not positive");
      }
    }
  }

  record Stranger(String text) {}

  private static final RecordTypes KNOWN = RecordTypes.among(List.of(Named.class, Picky.class));

  @Property(tries = 500)
  void everyValueComesBackAsItWas(@ForAll("values") Object value) throws Exception {
    byte[] bytes = ValueWriter.encode(value);
    ValueReader.verify(ByteBuffer.wrap(bytes), KNOWN);
    assertThat(ValueReader.decode(ByteBuffer.wrap(bytes), KNOWN)).isEqualTo(value);
  }

  @Property(tries = 300)
  void everyPartOfAnEncodedValueIsRefused(@ForAll("values") Object value, @ForAll Random random) {
    byte[] bytes = ValueWriter.encode(value);
    byte[] part = Arrays.copyOf(bytes, random.nextInt(bytes.length));
    assertThatThrownBy(() -> ValueReader.decode(ByteBuffer.wrap(part), KNOWN))
        .isInstanceOf(RefusedBytesException.class);
  }

  @Property(tries = 2000)
  void garbageIsRefusedOrRead(@ForAll byte[] garbage) {
    assertReadsOrRefuses(garbage);
  }

  @Property(tries = 1000)
  void damagedValuesAreRefusedOrRead(@ForAll("values") Object value, @ForAll Random random) {
    byte[] bytes = ValueWriter.encode(value);
    for (int damage = 0; damage < 3; damage++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    assertReadsOrRefuses(bytes);
  }

  private static void assertReadsOrRefuses(byte[] bytes) {
    boolean verified = false;
    try {
      ValueReader.verify(ByteBuffer.wrap(bytes), KNOWN);
      verified = true;
      ValueReader.decode(ByteBuffer.wrap(bytes), KNOWN);
    } catch (RefusedBytesException e) {
      // Only a record's own constructor may still refuse what was verified.
      assertThat(verified)
          .as(e.getMessage())
          .isEqualTo(verified && e.getMessage().contains("refused its components"));
    }
  }

  @Provide
  Arbitrary<Object> values() {
    return any(3);
  }

  private static Arbitrary<Object> any(int depth) {
    Arbitrary<Object> simple =
        Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(20).asGeneric(),
            Arbitraries.integers().asGeneric(),
            Arbitraries.longs().asGeneric(),
            Arbitraries.doubles().asGeneric(),
            Arbitraries.floats().asGeneric(),
            Arbitraries.shorts().asGeneric(),
            Arbitraries.bytes().asGeneric(),
            Arbitraries.chars().asGeneric(),
            Arbitraries.of(true, false).asGeneric(),
            Arbitraries.integers().greaterOrEqual(1).map(Picky::new));
    if (depth == 0) {
      return simple;
    }
    Arbitrary<Object> deeper = any(depth - 1);
    Arbitrary<Point> points =
        Arbitraries.integers().flatMap(x -> Arbitraries.doubles().map(y -> new Point(x, y)));
    return Arbitraries.oneOf(
        simple,
        deeper.injectNull(0.1).list().ofMaxSize(4).asGeneric(),
        points
            .injectNull(0.2)
            .flatMap(at -> deeper.list().ofMaxSize(3).map(rest -> new Named("n", at, rest))));
  }

  @Test
  void byteArraysComeBackAsTheyWere() throws Exception {
    byte[] bytes = {0, -1, 7};
    assertThat((byte[]) decode(ValueWriter.encode(bytes))).containsExactly(bytes);
  }

  @Test
  void nothingTravelsAsNothing() throws Exception {
    assertThat(decode(ValueWriter.encode(null))).isNull();
  }

  @Test
  void otherObjectsDoNotTravel() {
    assertThatThrownBy(() -> ValueWriter.encode(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object cannot travel");
  }

  @Test
  void recordClassesThatWereNotNamedAreNotConstructed() {
    byte[] bytes = ValueWriter.encode(new Stranger("hello"));
    assertThatThrownBy(() -> decode(bytes))
        .hasMessageContaining("Stranger")
        .hasMessageContaining("allowed");
  }

  @Test
  void namesOfOtherClassesAreNotLookedUp() {
    byte[] bytes = {ValueTag.RECORD.code(), 0, 0, 0, 4, 'E', 'v', 'i', 'l', 0, 0, 0, 0};
    assertThatThrownBy(() -> decode(bytes)).hasMessageContaining("“Evil”");
  }

  @Test
  void aRecordMayRefuseItsComponents() {
    ByteBuffer bytes = ByteBuffer.wrap(ValueWriter.encode(new Picky(1)));
    bytes.putInt(bytes.limit() - 4, -1);
    assertThatThrownBy(() -> ValueReader.decode(bytes, KNOWN)).hasMessageContaining("not positive");
  }

  @Test
  void lengthsBeyondWhatIsThereAreRefusedBeforeAnyMemoryIsTaken() {
    for (ValueTag tag : List.of(ValueTag.TEXT, ValueTag.RAW_TEXT, ValueTag.BYTES, ValueTag.LIST)) {
      assertThatThrownBy(() -> decode(new byte[] {tag.code(), 0x7f, -1, -1, -1, 0}))
          .hasMessageContaining("2147483647");
      assertThatThrownBy(() -> decode(new byte[] {tag.code(), -1, -1, -1, -1, 0}))
          .hasMessageContaining("-1");
    }
  }

  @Test
  void listsThatGoTooDeepAreRefusedOnEitherSide() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThatThrownBy(() -> ValueWriter.encode(list)).hasMessageContaining("32 deep");
    ByteBuffer bomb = ByteBuffer.allocate(5 * 100_000);
    while (bomb.hasRemaining()) {
      bomb.put(ValueTag.LIST.code()).putInt(1);
    }
    assertThatThrownBy(() -> decode(bomb.array())).hasMessageContaining("32 deep");
  }

  @Test
  void whatIsLeftOverIsRefused() {
    assertThatThrownBy(() -> decode(new byte[] {ValueTag.TRUE.code(), 0}))
        .hasMessageContaining("left over");
  }

  @Test
  void valuesThatAreTooLargeAreRefused() {
    assertThatThrownBy(() -> ValueWriter.encode(new byte[ValueWriter.LARGEST]))
        .hasMessageContaining("16 MiB");
    assertThatThrownBy(() -> decode(new byte[ValueWriter.LARGEST + 1]))
        .hasMessageContaining("too large");
  }

  @Test
  void argumentsKeepTheirValueOnACommandLine() throws Exception {
    for (Object value :
        List.of("A", "", "two words=;", "ünï\u0000", "\ud800", 5, 2.5, true, List.of("x", 1))) {
      String word = Argument.write(value);
      assertThat(word.chars()).allMatch(c -> c >= ' ' && c < 127);
      assertThat(Argument.read(word, KNOWN)).isEqualTo(value);
    }
    assertThat(Argument.write("A")).isEqualTo("=A");
    for (String word : List.of("", "A", "value:", "value:%%%", "value:AAAA")) {
      assertThatThrownBy(() -> Argument.read(word, KNOWN))
          .isInstanceOf(RefusedBytesException.class);
    }
  }

  @Test
  void previewsAreShortAndReadable() {
    assertThat(Preview.of("A")).isEqualTo("A");
    assertThat(Preview.of(List.of("A", 1))).isEqualTo("[A, 1]");
    assertThat(Preview.of(new byte[3])).isEqualTo("3 bytes");
    assertThat(Preview.of(new Point(1, 2.5))).isEqualTo("Point(1, 2.5)");
    assertThat(Preview.of("x".repeat(1000))).hasSize(60).endsWith("…");
    assertThat(Preview.call("task", List.of("A", 3))).isEqualTo("task(A, 3)");
  }

  private static Object decode(byte[] bytes) throws RefusedBytesException {
    return ValueReader.decode(ByteBuffer.wrap(bytes), KNOWN);
  }
}
