package interleave.file;

import interleave.event.Recording;
import interleave.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The {@code .interleave} file: a recording to keep and to pass on. It is a zip archive.
 *
 * <pre>
 *   interleave.json            the {@link Manifest}, first
 *   segments/NAME.seg.blocks   the segments in {@code file.block}s, without the zeros
 *                              after their last event
 *   NAME                       what else is kept with them, see {@link FurtherEntry}
 * </pre>
 *
 * All entries are stored as they are. In format 1 there was instead
 *
 * <pre>
 *   segments/NAME.seg          the segments as they are, deflated
 * </pre>
 *
 * Such a file may come from anybody. What is read of it stays within bounds, goes nowhere but into
 * a folder of its own, and what does not belong there is left out and told.
 */
public final class InterleaveFormat implements WritableFormat {
  private static final Words WORDS = Words.of("file");

  static final String MANIFEST = "interleave.json";
  static final String SEGMENTS = "segments/";

  /** What a segment's entry is called behind the segment's name. */
  static final String BLOCKS = ".blocks";

  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** In a zip archive: where the name of its first entry is. */
  private static final int FIRST_NAME = 30;

  @Override
  public List<String> suffixes() {
    return List.of(".interleave");
  }

  @Override
  public String title() {
    return WORDS.get("interleave");
  }

  /** An archive of which the first entry is one of ours; a jar is an archive too. */
  @Override
  public boolean begins(byte[] head) {
    return Arrays.mismatch(ZIP, Arrays.copyOf(head, ZIP.length)) < 0
        && (holds(head, MANIFEST) || holds(head, SEGMENTS));
  }

  private static boolean holds(byte[] head, String name) {
    int end = FIRST_NAME + name.length();
    return head.length >= end
        && new String(head, FIRST_NAME, name.length(), StandardCharsets.ISO_8859_1).equals(name);
  }

  @Override
  public void save(
      Recording recording,
      Manifest manifest,
      List<? extends FurtherEntry> further,
      Path file,
      Progress progress)
      throws IOException {
    Manifest current = manifest.current();
    WholeFile.written(
        file,
        to ->
            new Packing(to, progress)
                .pack(ManifestJson.write(current), segments(recording), further));
  }

  private static List<Path> segments(Recording recording) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(recording.folder(), "*.seg")) {
      found.forEach(files::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(files);
    return files;
  }

  @Override
  public OpenedRecording open(Path file, Progress progress) throws IOException {
    return open(file, progress, Unpacking.Limits.USUAL);
  }

  OpenedRecording open(Path file, Progress progress, Unpacking.Limits limits) throws IOException {
    if (isBlocked(file)) {
      OpenedRecording later = OpenedRecording.later(new BlockedFile(file, limits));
      if (later.isIncomplete()) {
        unpacked(later, progress); // what is missing shows only then
      }
      return later;
    }
    return Leftovers.copy(
        recording -> {
          Unpacking unpacking = new Unpacking(file, recording.folder(), limits, progress);
          Manifest manifest = unpacking.unpack();
          return OpenedRecording.unpacked(manifest, recording, unpacking.problems());
        });
  }

  private static void unpacked(OpenedRecording later, Progress progress) throws IOException {
    boolean done = false;
    try {
      later.recording(progress);
      done = true;
    } finally {
      if (!done) {
        later.close();
      }
    }
  }

  /** Whether the segments stand there in blocks, as of format 2 on. */
  private static boolean isBlocked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return ArchiveEntries.begins(ByteBuffer.wrap(in.readNBytes(Formats.HEAD)));
    }
  }
}
