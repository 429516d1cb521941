package interleave.file;

import interleave.event.Recording;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recording that was opened: its segments lie in a folder, or are still packed in the file and
 * unpacked when somebody asks for them. Who opens it closes it. Any thread; who asks for the
 * segments may wait.
 */
public final class OpenedRecording implements AutoCloseable {
  private final Manifest manifest;
  private final Problems problems;
  private final boolean inPlace;
  private final @Nullable BlockedFile file;
  private @Nullable Recording recording;
  private boolean closed;

  private OpenedRecording(
      Manifest manifest,
      Problems problems,
      boolean inPlace,
      @Nullable BlockedFile file,
      @Nullable Recording recording) {
    this.manifest = manifest;
    this.problems = problems;
    this.inPlace = inPlace;
    this.file = file;
    this.recording = recording;
  }

  /**
   * One that was read from a file.
   *
   * @param problems what was left out and why, one sentence each; they are kept with it
   * @param incomplete whether the file is torn, so that something of the recording is missing
   */
  public OpenedRecording(
      Manifest manifest, Recording recording, List<String> problems, boolean incomplete) {
    this(manifest, new Problems(), false, null, recording);
    problems.forEach(this.problems::remark);
    if (incomplete) {
      this.problems.missing();
    }
  }

  static OpenedRecording unpacked(Manifest manifest, Recording recording, Problems problems) {
    return new OpenedRecording(manifest, problems, false, null, recording);
  }

  /** One whose segments are unpacked when somebody wants them. */
  static OpenedRecording later(BlockedFile file) {
    return new OpenedRecording(file.manifest(), file.problems(), false, file, null);
  }

  /** One that lies where it was made, and stays there. */
  static OpenedRecording inPlace(Manifest manifest, Recording recording) {
    return new OpenedRecording(manifest, new Problems(), true, null, recording);
  }

  public Manifest manifest() {
    return manifest;
  }

  /**
   * What was left out and why, one sentence each, as far as that is known: what is damaged inside
   * is found when the segments are unpacked.
   */
  public List<String> problems() {
    return problems.all();
  }

  /** Whether something of the recording is missing, as far as that is known. */
  public boolean isIncomplete() {
    return problems.isIncomplete();
  }

  /**
   * A number that tells what segments the file holds: what was kept with others has another. Of no
   * use where {@link #isIncomplete}. Zero where the segments are not in blocks.
   */
  public long segments() {
    return file == null ? 0 : file.segments();
  }

  /** What is kept in the file under that name beside the recording, see {@link FurtherEntry}. */
  public Optional<SavedPart> part(String name) {
    return file == null ? Optional.empty() : file.part(name);
  }

  /**
   * Reads all of the file, and where something in it is not what it was when it was saved also the
   * segments, so that {@link #problems} has all there are.
   */
  public void check(Progress progress) throws IOException {
    if (file != null && !file.isIntact()) {
      recording(progress);
    }
  }

  /** The segments; they are unpacked now if they were not before. */
  public Recording recording() throws IOException {
    return recording(Progress.UNHEARD);
  }

  /**
   * The segments; they are unpacked now if they were not before.
   *
   * @param progress hears of it only then
   * @throws IOException with a sentence, when there is no room for them, or they are too large
   */
  public synchronized Recording recording(Progress progress) throws IOException {
    if (recording == null) {
      if (file == null || closed) {
        throw new ClosedChannelException();
      }
      recording = file.unpack(progress);
    }
    return recording;
  }

  /**
   * Saves it again, also when the file that it is from is gone.
   *
   * @param formats those that there are
   * @param further what to keep beside it, where the file cannot be copied as it is
   */
  public void save(
      Formats formats, Path to, List<? extends FurtherEntry> further, Progress progress)
      throws IOException {
    if (file != null && problems().equals(problems.remarks()) && formats.isUsual(to)) {
      WholeFile.written(to, channel -> file.copy(channel, progress));
    } else {
      saveAnew(formats, to, further, progress);
    }
  }

  /** Saves it with what is now beside it, which is other than in its file. */
  public void saveAnew(
      Formats formats, Path to, List<? extends FurtherEntry> further, Progress progress)
      throws IOException {
    Recording unpacked = recording(progress);
    List<FurtherEntry> beside = new ArrayList<>(further);
    if (isIncomplete()) {
      beside.removeIf(each -> !each.isForParts());
    }
    List<String> told = isIncomplete() ? problems() : problems.remarks();
    beside.addAll(ToldProblems.of(manifest, told, isIncomplete()));
    formats.save(unpacked, manifest, beside, to, progress);
  }

  /** A copy is deleted; what lies in its place stays there, for whoever wants it next. */
  @Override
  public synchronized void close() {
    closed = true;
    if (file != null) {
      file.close();
    }
    if (recording != null && inPlace) {
      recording.release();
    } else if (recording != null) {
      recording.delete();
    }
    recording = null;
  }
}
