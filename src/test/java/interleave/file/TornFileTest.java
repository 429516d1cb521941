package interleave.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.Alone;
import interleave.event.EventKind;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import interleave.exchange.KnownFormats;
import interleave.file.block.SegmentBlock;
import interleave.file.block.SlotColumns;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a file that was cut off or damaged is read, and what is missing is said. */
@Alone
class TornFileTest {
  private static final InterleaveFormat FORMAT = new InterleaveFormat();
  private static final int EVENTS = 200_000;

  @TempDir Path folder;
  private String usualTemporary;
  private Path file;
  private byte[] whole;
  private List<String> all;

  @BeforeEach
  void save() throws IOException {
    usualTemporary = System.setProperty("java.io.tmpdir", folder.toString());
    file = folder.resolve("torn.interleave");
    Recording recording = Recording.createIn(folder, 1 << 28);
    Recorder recorder = Recorder.open(recording.folder(), TracedRuntime.JAVA);
    for (int i = 1; i <= EVENTS; i++) {
      recorder.log().event(EventKind.LOCK_REQUEST, 0, i % 3 + 1, 0, i);
    }
    FORMAT.save(recording, InterleaveFormatTest.MANIFEST, file, Progress.UNHEARD);
    all = InterleaveFormatTest.events(recording);
    recording.delete();
    whole = Files.readAllBytes(file);
  }

  @AfterEach
  void usualTemporaryFolder() {
    System.setProperty("java.io.tmpdir", usualTemporary);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 50, 75, 90, 99})
  void whatComesBeforeTheEndIsReadWhereverThatIs(int percent) throws IOException {
    Files.write(file, Arrays.copyOf(whole, (int) (whole.length * (long) percent / 100)));
    try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD)) {
      assertThat(opened.manifest()).isEqualTo(InterleaveFormatTest.MANIFEST);
      assertThat(opened.problems()).singleElement().asString().contains("ends too early");
      assertThat(opened.isIncomplete()).isTrue();
      List<String> left = InterleaveFormatTest.events(opened.recording());
      assertThat(left).isEqualTo(all.subList(0, left.size()));
      assertThat(left.size()).isGreaterThan(all.size() * (percent - 29) / 100);
    }
  }

  @Test
  void aByteThatIsMissingAtTheVeryEndIsSaidAndCostsNothing() throws IOException {
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD)) {
      assertThat(opened.problems()).singleElement().asString().contains("ends too early");
      assertThat(InterleaveFormatTest.events(opened.recording())).isEqualTo(all);
    }
  }

  @Test
  void aFileWithoutATearIsComplete() throws IOException {
    try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD)) {
      assertThat(InterleaveFormatTest.events(opened.recording())).isEqualTo(all);
      assertThat(opened.problems()).isEmpty();
      assertThat(opened.isIncomplete()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 14, SegmentBlock.HEADER + 30})
  void aDamagedBlockCostsItselfAndNoOther(int where) throws IOException {
    List<Integer> blocks = blocks();
    for (int block : new int[] {0, 1, blocks.size() / 2, blocks.size() - 1}) {
      byte[] harmed = whole.clone();
      harmed[blocks.get(block) + where] ^= 0x55;
      Files.write(file, harmed);
      try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD)) {
        List<String> left = InterleaveFormatTest.events(opened.recording());
        assertThat(left.size()).isGreaterThan(all.size() - SlotColumns.MOST_SLOTS - 1);
        assertThat(new HashSet<>(all).containsAll(left)).isTrue();
        assertThat(opened.problems()).singleElement().asString().contains("is damaged");
        assertThat(opened.isIncomplete()).isTrue();
      }
    }
  }

  @Test
  void aDamagedHeaderOfAnEntryDoesNotHideTheOthers() throws IOException {
    byte[] harmed = whole.clone();
    harmed[2] = 7;
    Files.write(file, harmed);
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      assertThat(opened.problems()).anyMatch(each -> each.contains("does not say what was run"));
      assertThat(InterleaveFormatTest.events(opened.recording())).isEqualTo(all);
    }
    Path two = folder.resolve("two.interleave");
    harmed = whole.clone();
    harmed[ArchiveWriter.ENTRY_BYTES + InterleaveFormat.MANIFEST.length()] = 9;
    Files.write(two, harmed);
    try (OpenedRecording opened = FORMAT.open(two, Progress.UNHEARD)) {
      assertThat(opened.problems()).anyMatch(each -> each.contains("does not say what was run"));
      assertThat(InterleaveFormatTest.events(opened.recording())).isEqualTo(all);
    }
  }

  @Test
  void thereIsAnEndToWhatBlocksBecome() throws IOException {
    Unpacking.Limits limits = new Unpacking.Limits(1 << 20, 100, 200, 0, 4096);
    try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD, limits)) {
      assertThatThrownBy(opened::recording).hasMessageContaining("would unpack to more than");
      assertThat(InterleaveFormatTest.recordings()).isZero();
    }
    Unpacking.Limits dense = new Unpacking.Limits(1 << 30, 100, 2, 0, 4096);
    try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD, dense)) {
      assertThat(InterleaveFormatTest.events(opened.recording())).hasSizeLessThan(100);
      assertThat(opened.problems()).singleElement().asString().contains("is damaged");
    }
  }

  @Test
  void thereIsAnEndToTheEntriesThatAreLookedAt() throws IOException {
    Unpacking.Limits limits = new Unpacking.Limits(1 << 30, 1, 200, 0, 4096);
    try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD, limits)) {
      assertThat(opened.problems())
          .containsExactly("It has more than 1 entries: the rest is left out.");
    }
  }

  @Test
  void whatWasTornIsSavedAsFarAsItIsThere() throws IOException {
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    Path again = folder.resolve("again.interleave");
    try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD)) {
      opened.save(KnownFormats.ALL, again, List.of(), Progress.UNHEARD);
      try (OpenedRecording other = FORMAT.open(again, Progress.UNHEARD)) {
        assertThat(InterleaveFormatTest.events(other.recording()))
            .isEqualTo(InterleaveFormatTest.events(opened.recording()));
        assertThat(other.isIncomplete()).as("that is not forgotten").isTrue();
        assertThat(other.problems()).isEqualTo(opened.problems());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "python", "sums", "lost", "scenario"})
  void aFileOfFormat1ThatWasCutIsReadUpToThereToo(String name) throws IOException {
    byte[] old =
        Files.readAllBytes(
            Path.of("src/test/resources/interleave/file/format-1", name + ".interleave"));
    Files.write(file, Arrays.copyOf(old, old.length * 2 / 3));
    try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD)) {
      assertThat(opened.isIncomplete()).isTrue();
      assertThat(opened.problems()).anyMatch(each -> each.contains("ends too early"));
      assertThat(opened.recording().folder()).isNotEmptyDirectory();
    }
  }

  /** Where the blocks of slots begin. */
  private List<Integer> blocks() {
    List<Integer> blocks = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + SegmentBlock.HEADER < whole.length; at++) {
      if (bytes.getInt(at) == SegmentBlock.MAGIC) {
        SegmentBlock.Head head = SegmentBlock.head(bytes.position(at));
        if (head != null && head.bytes() > 0 && head.form() == SegmentBlock.Form.SLOTS) {
          blocks.add(at);
        }
      }
    }
    return blocks;
  }
}
