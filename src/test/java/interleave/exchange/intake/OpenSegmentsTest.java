package interleave.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenSegmentsTest {
  /** More than stay open. */
  private static final int FILES = 200;

  @TempDir Path folder;

  private final OpenSegments open = new OpenSegments();

  private Path file(int number) {
    return folder.resolve("i" + number);
  }

  private void put(int number, int at, int value) throws IOException {
    open.of(file(number)).write(ByteBuffer.wrap(new byte[] {(byte) value}), at);
  }

  @Test
  void whatIsWrittenByTurnsIsInItsFileHoweverManyThereAre() throws IOException {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < FILES; i++) {
        put(i, round, i + round);
      }
    }
    open.close();
    for (int i = 0; i < FILES; i++) {
      assertThat(Files.readAllBytes(file(i))).containsExactly(i, i + 1, i + 2);
    }
  }

  @Test
  void thoseThatWereUsedLastStayOpenAndOthersAreClosed() throws IOException {
    FileChannel first = open.of(file(0));
    FileChannel second = open.of(file(1));
    for (int i = 2; i < FILES; i++) {
      put(i, 0, i);
      assertThat(open.of(file(0))).isSameAs(first);
    }
    assertThat(first.isOpen()).isTrue();
    assertThat(second.isOpen()).isFalse();
    open.close();
    assertThat(first.isOpen()).isFalse();
  }

  @Test
  void aFileThatIsClosedAndDeletedIsMadeAnew() throws IOException {
    put(7, 0, 1);
    open.close(file(7));
    Files.delete(file(7));
    put(7, 0, 2);
    open.close();
    assertThat(Files.readAllBytes(file(7))).containsExactly(2);
  }
}
