package interleave.exchange.perfetto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.event.EventKind;
import interleave.exchange.perfetto.wire.Unpacked;
import interleave.file.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are cut off, damaged, or made to do harm, end in a sentence that tells where. */
class DamagedTraceTest {
  @TempDir Path folder;

  private static Proto packet(long time, int type, String name) {
    Proto event = new Proto().number(9, type).number(11, 0);
    if (!name.isEmpty()) {
      event.text(23, name);
    }
    return new Proto().number(10, 1).number(8, time).message(11, event);
  }

  private static byte[] trace(int slices) {
    Proto trace = new Proto();
    for (int i = 0; i < slices; i++) {
      trace.message(1, packet(100 + 10L * i, 1, "slice " + i % 7));
      trace.message(1, packet(105 + 10L * i, 2, ""));
    }
    return trace.bytes();
  }

  @Test
  void aFileIsKnownByItsFirstPacketAndNotByItsName() {
    PerfettoFormat format = new PerfettoFormat();
    assertThat(format.begins(trace(1))).isTrue();
    assertThat(
            format.begins(
                "\n# a text that begins with a new line\n".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
    assertThat(format.begins("\n\n{\"traceEvents\":[]}".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
    assertThat(format.begins("\n  * a list, ** of ** stars *\n".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
    assertThat(format.begins(new byte[] {0x0A})).isFalse();
    assertThat(format.begins(new byte[4096])).isFalse();
  }

  @Test
  void ofAFileThatIsCutOffWhatCameBeforeIsShown() {
    byte[] whole = trace(100);
    int cut = whole.length - 5;
    ToldTrace told = ToldTrace.of(Arrays.copyOf(whole, cut));
    assertThat(told.count(EventKind.SLICE_BEGIN)).isEqualTo(100);
    assertThat(told.problems)
        .containsExactly(
            "The file is cut off or damaged at byte "
                + (whole.length - packet(1095, 2, "").bytes().length - 2)
                + ": nothing after that is shown.");
  }

  @Test
  void aDamagedPacketIsLeftOutAndToldWithItsPlace() {
    Proto trace = new Proto().message(1, packet(100, 1, "whole"));
    int place = trace.bytes().length;
    trace.bytes(1, new byte[] {0x5A, 0x7F, 1, 2});
    trace.message(1, packet(110, 2, ""));
    ToldTrace told = ToldTrace.of(trace.bytes());
    assertThat(told.lines("of the whole recording"))
        .containsExactly("0 SLICE_BEGIN whole", "10 SLICE_END");
    assertThat(told.problems)
        .containsExactly("1 packet is damaged and left out, at byte " + place + ".");
  }

  @Test
  void packetsPackedInAPacketAreReadAndPackedOnesThatBurstAreLeftOut() throws IOException {
    byte[] packed = deflated(trace(3));
    Proto trace = new Proto().message(1, new Proto().bytes(50, packed));
    assertThat(ToldTrace.of(trace.bytes()).count(EventKind.SLICE_END)).isEqualTo(3);
    byte[] bomb = deflated(new byte[Unpacked.MOST + 1000]);
    trace.message(1, new Proto().bytes(50, bomb));
    ToldTrace told = ToldTrace.of(trace.bytes());
    assertThat(told.count(EventKind.SLICE_END)).isEqualTo(3);
    assertThat(told.problems).singleElement().asString().contains("damaged");
  }

  private static byte[] deflated(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream packing = new DeflaterOutputStream(out)) {
      packing.write(plain);
    }
    return out.toByteArray();
  }

  @Test
  void aTraceThatIsPackedByGzipIsReadAsTheTrace() throws IOException {
    Path file = folder.resolve("x.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(trace(3));
    }
    assertThat(ToldTrace.of(file).lines()).isEqualTo(ToldTrace.of(trace(3)).lines());
  }

  @Test
  void whereAPackedTraceIsCutOffIsSaidOnce() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(trace(3000));
    }
    Path file = folder.resolve("half.gz");
    Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    assertThat(ToldTrace.of(file).problems)
        .singleElement()
        .asString()
        .startsWith("The file ends early or is damaged, at byte");
  }

  @Test
  void readingEndsWhenNobodyWantsItAnyMore() throws IOException {
    Path file = folder.resolve("x.pftrace");
    Files.write(file, trace(10));
    Progress ended = (_, _) -> false;
    assertThatThrownBy(() -> new PerfettoFormat().open(file, ended))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void annotationsWithinEachOtherHaveAnEnd() {
    Proto deep = new Proto().text(10, "x").number(4, 1);
    for (int i = 0; i < 2000; i++) {
      deep = new Proto().text(10, "x").message(11, deep);
    }
    Proto nested = new Proto().number(5, 1);
    for (int i = 0; i < 2000; i++) {
      nested = new Proto().message(4, nested);
    }
    Proto event = new Proto().number(9, 3).number(11, 0).text(23, "e").message(4, deep);
    event.message(4, new Proto().text(10, "y").message(8, nested));
    ToldTrace told = ToldTrace.of(new Proto().number(10, 1).number(8, 5).message(11, event));
    assertThat(told.lines()).singleElement().asString().contains("x={x={x={").hasSizeLessThan(500);
  }

  @Test
  void aPacketThatUnpacksToTooManyNumbersIsLeftOut() throws IOException {
    Proto sched = new Proto().bytes(1, new byte[5 << 20]);
    Proto packet = new Proto().number(10, 1).message(1, new Proto().message(4, sched));
    byte[] packed = deflated(new Proto().message(1, packet).bytes());
    ToldTrace told = ToldTrace.of(new Proto().bytes(50, packed), packet(100, 3, "after"));
    assertThat(told.lines()).containsExactly("of the whole recording 0 INSTANT after");
    assertThat(told.problems).containsExactly("1 packet is damaged and left out, at byte 0.");
  }

  @Test
  void tooManyNamesEndInASentenceThatTellsWhere() {
    Losses losses = new Losses();
    Limits limits = new Limits();
    try {
      for (int i = 0; i < 10_000_000; i++) {
        limits.name(500);
      }
    } catch (TooMuchException e) {
      losses.tooMuch(e, 77);
    }
    assertThat(losses.sentences())
        .containsExactly("Its names take more than 64 MB: from byte 77 on it is left out.");
  }

  @Test
  void whateverTheBytesAreNothingWorseThanASentenceComesOfThem() {
    Random random = new Random(14);
    byte[] real = rich();
    for (int i = 0; i < 400; i++) {
      byte[] damaged = real.clone();
      for (int n = random.nextInt(1, 20); n > 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(ToldTrace.of(damaged).problems).isNotNull();
      } catch (UncheckedIOException e) {
        assertThat(e).hasMessageContaining("Nothing of what");
      }
    }
  }

  /** A little of everything. */
  private static byte[] rich() {
    Proto names = new Proto().message(2, new Proto().number(1, 1).text(2, "n"));
    Proto track = new Proto().number(1, 9).number(5, 8).text(2, "t").message(8, new Proto());
    Proto thread = new Proto().number(1, 3).number(2, 4).text(5, "main");
    Proto annotation = new Proto().text(10, "a").message(11, new Proto().text(10, "b").real(5, 1));
    Proto legacy = new Proto().number(2, 'b').number(6, 77);
    Proto sched = new Proto().packed(1, 100, 5, 6).packed(2, 1, 0, 2).packed(3, 4, 0, 5);
    sched.packed(7, 90, 8).packed(8, 4, 5).text(5, "c").packed(6, 0, 0, 0);
    Proto newTask = new Proto().number(1, 6).text(2, "k").number(3, 0x10000);
    Proto kernel =
        new Proto()
            .number(1, 1)
            .message(4, sched)
            .message(2, new Proto().number(1, 120).number(2, 4).message(235, newTask));
    Proto clocks =
        new Proto()
            .message(1, new Proto().number(1, 6).number(2, 1))
            .message(1, new Proto().number(1, 64).number(2, 1).number(3, 1).number(4, 1000));
    Proto trace = new Proto();
    trace.message(1, new Proto().number(10, 1).number(13, 1).message(6, clocks));
    trace.message(1, new Proto().number(10, 1).message(60, track));
    trace.message(
        1, new Proto().number(10, 1).message(60, new Proto().number(1, 8).message(4, thread)));
    for (int i = 0; i < 4; i++) {
      Proto event = new Proto().number(9, 1).number(11, 8).number(10, 1).fixed(47, 5);
      event.message(4, annotation).number(3, 1).number(31, 9).number(12, 4);
      trace.message(
          1,
          new Proto()
              .number(10, 1)
              .number(13, 2)
              .number(58, 64)
              .number(8, i)
              .message(12, names)
              .message(11, event));
      Proto older = new Proto().number(11, 8).number(10, 1).message(6, legacy);
      trace.message(1, new Proto().number(10, 1).number(8, 100 + i).message(11, older));
    }
    trace.message(1, new Proto().number(10, 2).message(1, kernel));
    return trace.bytes();
  }
}
