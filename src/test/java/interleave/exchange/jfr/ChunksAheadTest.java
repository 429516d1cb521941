package interleave.exchange.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.file.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunksAheadTest {
  private static final int COPIES = 20;

  @TempDir Path folder;

  /** A file of many chunks, which describe the same types. */
  private Path many() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < COPIES; i++) {
      all.writeBytes(FlightFiles.bytes("waits-25"));
    }
    return FlightFiles.file(folder, all.toByteArray());
  }

  private static List<String> finders() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(each -> each.equals("interleave chunk finder"))
        .toList();
  }

  @Test
  void whoGivesUpLeavesNoThreadBehind() throws IOException {
    Path file = many();
    for (int after = 0; after < COPIES; after += 4) {
      int last = after;
      AtomicInteger heard = new AtomicInteger();
      assertThatThrownBy(
              () -> new JfrFormat().open(file, (_, _) -> heard.incrementAndGet() <= last))
          .isInstanceOf(CancellationException.class);
      assertThat(finders()).isEmpty();
    }
  }

  @Test
  void allChunksAreFoundAndThoseThatDescribeTheSameShareIt() throws IOException {
    List<Map<Long, RecordType>> types = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    ChunkSink sink =
        new ChunkSink() {
          @Override
          public void anotherRuntime() {}

          @Override
          public void chunk(Chunk chunk, ChunkHead clock, boolean closed) {
            assertThat(closed).isTrue();
            types.add(chunk.types());
            places.add(chunk.from());
          }

          @Override
          public void trouble(Trouble what, long at, long next) {
            throw new AssertionError(what + " at " + at);
          }
        };
    try (FileChannel file = FileChannel.open(many())) {
      assertThat(new Chunks(file, () -> new Window(file), sink).read()).isEqualTo(COPIES);
    }
    assertThat(places).isSorted().doesNotHaveDuplicates().hasSize(COPIES);
    assertThat(types).allMatch(each -> each == types.getFirst());
    assertThat(types.getFirst()).isNotEmpty();
  }

  @Test
  void manyChunksAreReadAsTheyStand() throws IOException {
    Path file = many();
    try (var opened = new JfrFormat().open(file, Progress.UNHEARD)) {
      assertThat(opened.isIncomplete()).isFalse();
    }
    assertThat(finders()).isEmpty();
  }
}
