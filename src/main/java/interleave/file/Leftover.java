package interleave.file;

import interleave.event.Recording;
import interleave.words.Words;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A recording that nobody uses any more, as when what made it was killed. It is held by nobody:
 * somebody else may take it at any time.
 *
 * @param written when something was last written to it
 * @param bytes what it takes on disk
 * @param told whether somebody was told that it is there
 */
public record Leftover(Path folder, Manifest manifest, Instant written, long bytes, boolean told) {
  private static final Words WORDS = Words.of("file");

  /**
   * Opens it where it is; it stays there when it is closed.
   *
   * @throws IOException with a sentence, when somebody else has taken it
   */
  public OpenedRecording open() throws IOException {
    return OpenedRecording.inPlace(manifest, held());
  }

  /** Saves it to a file, and deletes it once that is there. */
  public void save(Formats formats, Path file, Progress progress) throws IOException {
    Recording held = held();
    boolean done = false;
    try {
      formats.save(held, manifest, file, progress);
      done = true;
    } finally {
      if (done) {
        held.delete();
      } else {
        held.release();
      }
    }
  }

  /** Deletes it. */
  public void delete() throws IOException {
    held().delete();
  }

  private Recording held() throws IOException {
    return Recording.abandoned(folder)
        .orElseThrow(() -> new FileNotFoundException(WORDS.get("leftover.gone", folder)));
  }

  /** What they take together. */
  public static long bytes(List<Leftover> all) {
    return all.stream().mapToLong(Leftover::bytes).sum();
  }
}
