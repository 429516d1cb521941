package interleave.file;

import interleave.event.Recording;
import interleave.words.Words;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;

/**
 * The {@code .interleave} file: a recording to keep and to pass on. It is a zip archive.
 *
 * <pre>
 *   interleave.json         the {@link Manifest}, first
 *   segments/NAME.seg       the segments as they are, without the zeros after their last event
 * </pre>
 *
 * Such a file may come from anybody. What is read of it stays within bounds, goes nowhere but into
 * a folder of its own, and what does not belong there is left out and told.
 */
public final class InterleaveFile {
  private static final Words WORDS = Words.of("file");

  /** The ending of the file's name. */
  public static final String SUFFIX = ".interleave";

  static final String MANIFEST = "interleave.json";
  static final String SEGMENTS = "segments/";

  private InterleaveFile() {}

  /**
   * A recording that was read from a file, in a temporary folder: who opens it deletes it.
   *
   * @param problems what was left out and why, one sentence each
   */
  public record Opened(Manifest manifest, Recording recording, List<String> problems) {}

  /**
   * Saves what was recorded so far. The file is there as a whole or not at all, and replaces one of
   * the same name.
   */
  public static void save(Recording recording, Manifest manifest, Path file, Progress progress)
      throws IOException {
    WholeFile.write(
        file,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          zip.setLevel(Deflater.BEST_SPEED);
          new Packing(zip, progress).pack(ManifestJson.write(manifest), segments(recording));
          zip.finish();
        });
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

  /**
   * Reads a file into a recording in a temporary folder.
   *
   * @throws IOException with a sentence, when there is no recording in it
   */
  public static Opened open(Path file, Progress progress) throws IOException {
    return open(file, progress, Unpacking.Limits.USUAL);
  }

  static Opened open(Path file, Progress progress, Unpacking.Limits limits) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FileNotFoundException(WORDS.get("no-file", file));
    }
    Recording recording = Recording.create(Recording.DEFAULT_CAP);
    boolean done = false;
    try {
      Unpacking unpacking = new Unpacking(file, recording.folder(), limits, progress);
      Manifest manifest = unpacking.unpack();
      done = true;
      return new Opened(manifest, recording, unpacking.problems());
    } finally {
      if (!done) {
        recording.delete();
      }
    }
  }
}
