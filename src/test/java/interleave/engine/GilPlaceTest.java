package interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GilPlaceTest {
  @TempDir Path folder;

  private GilPlace read(String name, String words) throws IOException {
    return GilPlace.read(Files.writeString(folder.resolve(name), words)).orElse(null);
  }

  @Test
  void aTracerSaysWhereTheLockIsOrWhyNot() throws Exception {
    assertThat(read("gil-77-1f", "at 140276207907880 152 3\n"))
        .isEqualTo(new GilPlace(77, 140276207907880L, 152, 3, ""));
    assertThat(read("gil-78-20", "absent unfound\n"))
        .isEqualTo(new GilPlace(78, 0, 0, 0, "unfound"));
  }

  @Test
  void whatIsNotCompleteOrNotOfATracerIsNothing() throws Exception {
    assertThat(read("gil-77-1f", "at 14027620790")).isNull();
    assertThat(read("gil-77-1f", "")).isNull();
    assertThat(read("gil-77-1f", "at 1 2 3\n".repeat(100))).isNull();
    assertThat(read("gil-within-1f", "at 1 2 3\n")).isNull();
    assertThat(GilPlace.read(folder.resolve("gil-1-1"))).isEmpty();
    assertThat(GilPlace.isName(Path.of("gil-7-1a"))).isTrue();
    assertThat(GilPlace.isName(Path.of("gil-within-1a"))).isFalse();
  }
}
