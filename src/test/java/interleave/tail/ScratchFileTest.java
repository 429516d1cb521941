package interleave.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where columns lie when there is no room for them in a file. */
class ScratchFileTest {
  @Test
  void whereADiskIsFullColumnsLieInMemoryAndThatIsSaid() {
    List<String> said = new ArrayList<>();
    MemorySegment room =
        ScratchFile.extent(
            1 << 10,
            _ -> {
              throw new IOException("No space left on device");
            },
            said::add);
    assertThat(room.byteSize()).isEqualTo(1 << 10);
    assertThat(said)
        .singleElement()
        .asString()
        .contains("no room in " + System.getProperty("java.io.tmpdir"), "are free");
  }
}
