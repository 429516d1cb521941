package interleave.tail;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where columns lie, and what is said when there is no room for them in a file. */
class ScratchFileTest {
  @Test
  void whereADiskIsFullThatIsSaid() {
    List<String> said = new ArrayList<>();
    new ScratchFile.InFiles(ScratchFile::of, said::add)
        .shortage(new IOException("No space left on device"));
    assertThat(said)
        .singleElement()
        .asString()
        .contains("no room in " + System.getProperty("java.io.tmpdir"), "are free");
  }

  @Test
  void whatIsPutThereIsSeenThereAndCanBeChangedAlsoWhenNothingMoreIsPut() throws IOException {
    ScratchFile file = ScratchFile.of(1 << 16);
    assertThat(file.memory().byteSize()).isEqualTo(1 << 16);
    file.put(0, new byte[] {1, 2, 3}, 3);
    file.put(8, new byte[] {4, 5, 9}, 2);
    file.put(10, new byte[] {6}, 1);
    assertThat(file.memory().asSlice(0, 11).toArray(JAVA_BYTE))
        .startsWith(1, 2, 3)
        .endsWith(4, 5, 6);
    file.full();
    file.memory().set(JAVA_BYTE, 9, (byte) 7);
    assertThat(file.memory().asSlice(8, 3).toArray(JAVA_BYTE)).containsExactly(4, 7, 6);
  }

  @Test
  void aThreadThatIsInterruptedPutsThereAsAnyOther() throws IOException {
    ScratchFile file = ScratchFile.of(1 << 16);
    Thread.currentThread().interrupt();
    file.put(0, new byte[] {1}, 1);
    assertThat(Thread.interrupted()).isTrue();
    file.put(1, new byte[] {2}, 1);
    assertThat(file.memory().asSlice(0, 2).toArray(JAVA_BYTE)).containsExactly(1, 2);
  }
}
