package interleave.view.session;

import interleave.file.Progress;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that is being opened, saved, exported or made of several: how far that is, and whether it
 * is to end. Any thread.
 */
public final class Errand implements Progress {
  /** What is done. */
  public enum Kind {
    OPENING("open"),
    SAVING("save"),
    EXPORTING("export"),
    MERGING("merge");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As in the names of sentences about it. */
    String word() {
      return word;
    }
  }

  /** Makes one recording of several, on another thread, and says how they go together. */
  @FunctionalInterface
  public interface Merging {
    String into(Progress progress) throws IOException;
  }

  /** What takes less than this is not shown, so that nothing flashes. */
  private static final long UNSEEN_NS = 300_000_000;

  private final Kind kind;
  private final Path file;
  private final long begun = System.nanoTime();
  private volatile double share;
  private volatile boolean cancelled;

  Errand(Kind kind, Path file) {
    this.kind = kind;
    this.file = file;
  }

  public Kind kind() {
    return kind;
  }

  Path file() {
    return file;
  }

  /** The name of the file, without where it is. */
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public boolean at(long done, long total) {
    share = total <= 0 ? 0 : Math.clamp((double) done / total, 0, 1);
    return !cancelled;
  }

  /** How much of it is done, from 0 to 1. */
  public double share() {
    return share;
  }

  /** Whether it takes so long that somebody wants to see how far it is. */
  public boolean isLong() {
    return System.nanoTime() - begun >= UNSEEN_NS;
  }

  /** Ends it as soon as it can be; nothing of it is left behind. */
  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }
}
