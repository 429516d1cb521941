package interleave.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.exchange.KnownFormats;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.column.KeptWriter;
import interleave.timeline.derive.TimelineStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was derived of a recording is the same when it was kept and is looked at again. */
class KeptTimelineTest {
  private static final Path FOLDER = Path.of("src/test/resources/interleave/file/format-1");

  private static TimelineStore derived(String name) throws IOException {
    try (OpenedRecording opened =
        KnownFormats.ALL.open(FOLDER.resolve(name + ".interleave"), Progress.UNHEARD)) {
      return LiveTimeline.derive(opened.recording());
    }
  }

  private static byte[] image(TimelineStore store) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.keep(out, KeptWriter.Course.PLAIN);
    return out.toByteArray();
  }

  private static Timeline read(byte[] image) throws IOException {
    return TimelineStore.kept(MemorySegment.ofArray(image), () -> {}).snapshot();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "python", "sums", "lost", "scenario"})
  void anImageTellsWhatWasDerived(String name) throws IOException {
    TimelineStore store = derived(name);
    byte[] image = image(store);
    assertThat(ToldTimeline.of(read(image))).isEqualTo(ToldTimeline.of(store.snapshot()));
    byte[] again = image(TimelineStore.kept(MemorySegment.ofArray(image), () -> {}));
    assertThat(ToldTimeline.of(read(again)))
        .as("an image of an image")
        .isEqualTo(ToldTimeline.of(store.snapshot()));
  }

  @Test
  void anImageThatIsCutIsRefused() throws IOException {
    byte[] image = image(derived("java"));
    for (int length = 0; length < image.length; length += 1 + image.length / 50) {
      byte[] cut = Arrays.copyOf(image, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void anImageInWhichSomethingIsDifferentIsRefusedOrSaysSo() throws IOException {
    byte[] image = image(derived("java"));
    List<String> told = ToldTimeline.of(read(image));
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] other = image.clone();
      other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
      boolean[] damaged = {false};
      try {
        Timeline timeline =
            TimelineStore.kept(MemorySegment.ofArray(other), () -> damaged[0] = true).snapshot();
        List<String> found = ToldTimeline.of(timeline);
        assertThat(damaged[0] || found.equals(told)).isTrue();
      } catch (IOException e) {
        assertThat(e).hasMessageNotContaining("another version: null");
      }
    }
  }
}
